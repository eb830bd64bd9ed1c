import { reduceErrors } from 'c/callbackErrors';
import { outlookOf, readEntryCall, type Ask } from 'c/callbackSetupData';
import { BLANK_CALL, type SimulatedCall } from 'c/callbackSimulation';
import type { Choice, RecordPhone } from 'c/callbackSimulatorCall';
import type { ResultState } from 'c/callbackSimulatorResult';
import type { AgentRead, Desk } from './desk';
import { phonesOfRecord, type InfoOf } from './recordPhones';

/** What the page shows of the call that is tried. */
export interface TrialState {
    readonly call: SimulatedCall;
    readonly result: ResultState;
    /** Whose call it is. */
    readonly agent?: AgentRead;
    /** Numbers of the record dialled from. */
    readonly phones: readonly RecordPhone[];
    /** Objects that calls are dialled from. */
    readonly objects: readonly Choice[];
    /** What could not be filled in. */
    readonly problem: string;
}

export const EMPTY_TRIAL: TrialState = {
    call: BLANK_CALL,
    result: { kind: 'blank' },
    phones: [],
    objects: [],
    problem: ''
};

export interface TrialSources {
    readonly ask: Ask;
    readonly desk: Desk;
    readonly infoOf: InfoOf;
}

/** A call that is put together, and decided anew whenever anything of it changes. */
export class Trial {
    private readonly sources: TrialSources;
    private readonly show: (state: TrialState) => void;
    private state = EMPTY_TRIAL;
    /** What was decided of an earlier call has no say any more. */
    private turn = 0;

    constructor(sources: TrialSources, show: (state: TrialState) => void) {
        this.sources = sources;
        this.show = show;
    }

    /** Some inputs changed: what follows from them is filled in. */
    async change(settings: Partial<SimulatedCall>): Promise<void> {
        const before = this.state.call;
        const { dialEntryId, recordId } = this.put(settings);
        if (dialEntryId && dialEntryId !== before.dialEntryId) {
            await this.fillInEntry(dialEntryId);
        } else if (recordId !== before.recordId) {
            await this.offerPhones(true);
        }
    }
    /** A whole call: nothing is filled in. */
    async open(call: SimulatedCall): Promise<void> {
        this.put(call);
        await this.offerPhones(false);
    }

    async offerObjects(names: readonly string[]): Promise<void> {
        for (const name of names) {
            try {
                // eslint-disable-next-line no-await-in-loop -- in their order
                const { label } = await this.sources.infoOf(name);
                const { objects } = this.state;
                if (!objects.some(({ value }) => value === name)) {
                    this.say({ objects: [...objects, { value: name, label }] });
                }
            } catch {
                // Nobody dials from what they may not see.
            }
        }
    }

    async decide(): Promise<void> {
        const { call } = this.state;
        const { desk } = this.sources;
        this.turn += 1;
        const { turn } = this;
        this.say({ result: { kind: call.agentId ? 'deciding' : 'blank' } });
        try {
            const agent = call.agentId ? await desk.agent(call.agentId) : undefined;
            const isWhole = agent && call.number.trim() !== '';
            const outlook = isWhole
                ? await outlookOf(agent.view, call, desk.readRecord)
                : undefined;
            if (turn === this.turn) {
                const result: ResultState = outlook
                    ? { kind: 'decided', outlook, names: agent!.view.directory }
                    : { kind: 'blank' };
                this.say({ agent, result });
                await this.offerObjects(objectsOfRules(agent));
            }
        } catch (errors) {
            if (turn === this.turn) {
                this.say({ result: { kind: 'failed', errors: reduceErrors(errors) } });
            }
        }
    }

    private put(settings: Partial<SimulatedCall>): SimulatedCall {
        const call = { ...this.state.call, ...settings };
        this.say({ call, problem: '' });
        this.decide();
        return call;
    }
    private async fillInEntry(dialEntryId: string): Promise<void> {
        try {
            const settings = await readEntryCall(this.sources.ask, dialEntryId);
            if (this.state.call.dialEntryId === dialEntryId) {
                await this.change(settings);
            }
        } catch (errors) {
            this.say({ problem: reduceErrors(errors).join(' ') });
        }
    }
    /** @param fillIn the first one is dialled, unless a number was written already */
    private async offerPhones(fillIn: boolean): Promise<void> {
        const { call, phones: before } = this.state;
        const { infoOf, desk } = this.sources;
        this.say({ phones: [] });
        const phones = await phonesOfRecord(call, infoOf, desk.readRecord);
        const { recordId, number } = this.state.call;
        if (call.recordId !== recordId) {
            return;
        }
        this.say({ phones });
        const isOfBefore = before.some((phone) => phone.number === number);
        if (fillIn && phones.length > 0 && (number.trim() === '' || isOfBefore)) {
            this.put({ number: phones[0].number });
        }
    }

    private say(part: Partial<TrialState>): void {
        this.state = { ...this.state, ...part };
        this.show(this.state);
    }
}

function objectsOfRules(agent: AgentRead | undefined): readonly string[] {
    const rules = [...(agent?.view.directory.rules.values() ?? [])];
    return rules.flatMap((rule) => (rule.type === 'recordField' ? [rule.objectApiName] : []));
}

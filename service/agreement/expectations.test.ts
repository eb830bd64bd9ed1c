import * as libphonenumber from 'libphonenumber-js/max';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stateOfErrors } from 'c/callbackData';
import {
    expectationAcceptance,
    expectationChange,
    expectationRemoval,
    readExpectations,
    runExpectations,
    saveRows,
    type RowChange,
    type RunOptions
} from 'c/callbackSetupData';
import { BLANK_CALL, changedByDraft, type SimulatedCall } from 'c/callbackSimulation';
import type { PhoneLibrary } from '#phone';
import type { Row } from '../../force-app/main/default/lwc/callbackResolver/__tests__/decisionTable.ts';
import { prefix } from '../../force-app/main/default/lwc/callbackResolver/__tests__/ruleSketches.ts';
import { OrgWorld } from '../http/testing/orgWorld.ts';
import { askingAs, readingAs, simulate } from './testing/browserSide.ts';
import { as, UiApi } from './testing/uiApi.ts';

/** Expectations in the embedded org: supervisors keep them and try them, in sessions of their own. */
let world: OrgWorld;
let supervisor: UiApi;

const BRITISH: Row = {
    says: 'Calls to Great Britain present London.',
    channel: 'clickToDial',
    rules: [prefix('+44', 'London')],
    then: { presents: 'London', source: 'rule', rule: '+44' },
    because: []
};

beforeAll(async () => {
    world = await OrgWorld.start();
    supervisor = new UiApi(world.signInSupervisor());
});
afterAll(() => world?.stop());
beforeEach(() => world.arrange(BRITISH));

const expectations = () => readExpectations(askingAs(supervisor));
const save = (change: RowChange) =>
    as(supervisor, () => saveRows([change], { ask: askingAs(supervisor) }));
const run = async (draft?: RunOptions['draft']) =>
    runExpectations(await expectations(), {
        ask: askingAs(supervisor),
        readRecord: readingAs(supervisor),
        phoneLibrary: libphonenumber as PhoneLibrary,
        ...(draft && { draft })
    });

/** Keeps what is decided now. */
async function keep(name: string): Promise<void> {
    const { agentId, channel, number } = world.request(BRITISH);
    const call: SimulatedCall = { ...BLANK_CALL, agentId, channel, number };
    const outlook = await simulate(supervisor, agentId, { channel, number });
    if (outlook.kind !== 'decided') {
        throw new Error('The call is not decided.');
    }
    await save(expectationChange(name, call, outlook.decision));
}
async function removeAll(): Promise<void> {
    for (const expectation of await expectations()) {
        await save(expectationRemoval(expectation));
    }
}

describe('A supervisor', () => {
    it('keeps a decision, sees that a change of rules changes it, and accepts that', async () => {
        await keep('London to Britain');
        expect(await expectations()).toMatchObject([
            {
                name: 'London to Britain',
                agentName: 'Anna',
                numberName: 'London',
                expected: { outcome: 'presented', numberId: world.numberId('London') }
            }
        ]);
        expect(await run()).toMatchObject([{ verdict: { kind: 'passed' } }]);

        const [drafted] = await run({ rules: [] });
        expect(drafted).toMatchObject({ verdict: { kind: 'changed' }, before: { kind: 'passed' } });
        expect(changedByDraft(drafted)).toBe(true);

        await world.arrange({ ...BRITISH, rules: [prefix('+44', 'Paris')] });
        const [{ expectation, verdict }] = await run();
        expect(verdict).toMatchObject({
            kind: 'changed',
            decision: { numberId: world.numberId('Paris') }
        });
        if (verdict.kind === 'changed') {
            await save(expectationAcceptance(expectation, verdict.decision));
        }
        expect(await run()).toMatchObject([{ verdict: { kind: 'passed' } }]);
        await removeAll();
        expect(await expectations()).toEqual([]);
    });

    it('is told when somebody else has deleted it', async () => {
        await keep('Contested');
        const [mine] = await expectations();
        await removeAll();
        const blocked = { outcome: 'blocked', errorCode: 'UNKNOWN_AGENT', trace: [] } as const;
        expect(await save(expectationAcceptance(mine, blocked))).toEqual([{ kind: 'conflict' }]);
    });
});

it('an agent sees no expectations', async () => {
    const agent = new UiApi(world.signIn('Anna'));
    const errors = await readExpectations(askingAs(agent)).catch((told: unknown) => told);
    expect(stateOfErrors(errors)).toMatchObject({ kind: 'noPermission' });
});

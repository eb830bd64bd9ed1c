import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import {
    availableNumbers,
    decide as resolve,
    effectivePolicy,
    lint,
    type AgentId,
    type CallbackNumber,
    type Decision,
    type Dial,
    type Directory,
    type Facts,
    type Need
} from '#resolver';
import { ServiceError } from '../errors.ts';
import type { LoadProgress, OrgPorts } from '../ports.ts';
import type {
    AgentNumbers,
    CallbackNumberService,
    DecisionAnswer,
    DialRequest,
    DirectoryStatus
} from '../types.ts';
import { answerOf, type ReasonWords } from './answer.ts';
import { namesIn } from './namesIn.ts';
import { decideInOrder } from './decideInOrder.ts';
import { DirectoryKeeper } from './directoryKeeper.ts';
import { createFactFinder, type Asking } from './factFinder.ts';
import { LogWriter, type LogWriterOptions } from './logWriter.ts';
import { presentable, withDefault } from './ownDefault.ts';
import { createNumberReader } from './phoneNumbers.ts';
import { defaultCountry, dialled, readDial, requiredId, type ReadDial } from './readDial.ts';

export interface ServiceOptions extends Pick<
    LogWriterOptions,
    'spool' | 'onRefused' | 'onTrouble' | 'gatherMs' | 'capacity'
> {
    readonly ports: OrgPorts;
    readonly words: ReasonWords;
    /** Milliseconds between two periodic reloads of the directory. */
    readonly reloadEveryMs?: number;
    /** Milliseconds that `close` may take to write what is left of the log. */
    readonly closeWithinMs?: number;
    readonly onProgress?: LoadProgress;
    readonly onReload?: (result: {
        reason: string;
        error?: Error;
        status: DirectoryStatus;
    }) => void;
}

/** A service whose inner figures can be watched. */
export interface WatchedService extends CallbackNumberService {
    readonly log: Pick<LogWriter, 'waiting' | 'refused'>;
}

const DEFAULTS = { reloadEveryMs: 300_000, closeWithinMs: 10_000 };
/** A dial with somebody waiting at the telephone: a short wait for others, and few facts at any price. */
const DIAL = { gatherMs: 4, selectorsTogether: 1, limitMs: 5_000 };
/** A dial of a list: nobody waits for it alone. */
const LISTED_DIAL = { gatherMs: 4, selectorsTogether: 100, limitMs: 60_000 };

/**
 * The service over any adapters. Resolves when the directory has been read for the first time.
 * @throws ServiceError ORG_UNREACHABLE, ORG_REFUSED
 */
export async function createService(given: ServiceOptions): Promise<WatchedService> {
    const options = { ...DEFAULTS, ...given };
    const { ports, words } = options;
    const keeper = new DirectoryKeeper(options);
    const facts = createFactFinder(ports, DIAL);
    const listFacts = createFactFinder(ports, LISTED_DIAL);
    const log = new LogWriter({ ...options, log: ports.log });
    const readNumber = createNumberReader();
    try {
        await keeper.reload('start');
    } catch (error) {
        keeper.close();
        await log.close(0);
        throw error;
    }

    /** @throws ServiceError INVALID_DIAL */
    function read(request: DialRequest): ReadDial {
        const { directory, objects } = keeper.held;
        return readDial(request, directory, objects, readNumber);
    }

    /** Synchronous where nothing has to be looked up: then a decision costs no turn of the event loop. */
    function decideDial(dial: Dial, listed = false): Decided | Promise<Decided> {
        const { directory } = keeper.held;
        const resolution = resolve(directory, dial);
        return resolution.status === 'decided'
            ? { directory, decision: resolution.decision }
            : lookUpAndDecide(directory, dial, resolution.needs, listed);
    }

    async function lookUpAndDecide(
        directory: Directory,
        dial: Dial,
        needs: readonly Need[],
        listed: boolean
    ): Promise<Decided> {
        const country = defaultCountry(directory, dial.agentId);
        const [finder, { limitMs }] = listed ? [listFacts, LISTED_DIAL] : [facts, DIAL];
        const asking: Asking = {
            dial,
            readNumber: (text) => readNumber(text, country),
            until: performance.now() + limitMs
        };
        let known: Facts = {};
        // Every round answers what was asked, so a rule is asked about at most twice.
        for (let rounds = 2 * directory.rules.size + 2; rounds > 0; rounds--) {
            known = await finder.find(asking, needs, known);
            const resolution = resolve(directory, dial, known);
            if (resolution.status === 'decided') {
                return { directory, decision: resolution.decision };
            }
            ({ needs } = resolution);
        }
        throw new Error(`The resolver asks for ${JSON.stringify(needs)} again and again.`);
    }

    function record({ dial, dialKey }: ReadDial, { directory, decision }: Decided): DecisionAnswer {
        const decidedAt = Date.now();
        log.add({ ...lineOf({ dial, dialKey }, directory), decision, decidedAt });
        return answerOf({ dial, dialKey, directory, decision, decidedAt, words });
    }

    /** Everything that `decide` does but wait. */
    function decideNow(
        request: DialRequest,
        listed = false
    ): DecisionAnswer | Promise<DecisionAnswer> {
        const stated = read(request);
        const decided = decideDial(stated.dial, listed);
        return decided instanceof Promise
            ? decided.then((it) => record(stated, it))
            : record(stated, decided);
    }

    function agentNumbers(agentId: AgentId): AgentNumbers {
        const { directory } = keeper.held;
        const agent = directory.agents.get(agentId);
        if (!agent?.active) {
            throw new ServiceError('UNKNOWN_AGENT');
        }
        const policy = effectivePolicy(directory, agent);
        const number = (id: CallbackNumber['id'] | undefined) =>
            (id && directory.numbers.get(id)) ?? null;
        return {
            agent: { id: agent.id, name: agent.name, active: agent.active },
            numbers: availableNumbers(directory, agentId),
            defaultNumber: number(agent.defaultNumberId),
            principalNumber: number(policy.principalNumberId),
            policy
        };
    }

    return {
        log,
        async decide(request) {
            return decideNow(request);
        },
        recordRefusal(request, answer, refusal) {
            if (answer.outcome !== 'presented') {
                throw new Error('Only a call that was decided can be refused.');
            }
            const stated = read({ ...request, dialKey: answer.dialKey });
            log.add({
                ...lineOf(stated, keeper.held.directory),
                // As it was read then: the agent's country may be another one by now.
                dialedNumber: answer.dialedNumber,
                decision: decisionOf(answer),
                decidedAt: Date.parse(answer.decidedAt),
                refusal
            });
        },
        async explain(request) {
            const { dial, dialKey } = read(request);
            const decided = await decideDial(dial);
            return answerOf({ dial, dialKey, ...decided, decidedAt: Date.now(), words });
        },
        decideAll: (dials) =>
            decideInOrder(
                dials,
                (dial) => decideNow(dial, true),
                async () => {
                    // Other dials have their turn, and the log its time.
                    await turnOfTheEventLoop();
                    await log.room();
                }
            ),
        availableNumbers: (agentId) => agentNumbers(requiredId(agentId, 'agentId') as AgentId),
        async setDefault(givenId, text) {
            const agentId = requiredId(givenId, 'agentId') as AgentId;
            const { policy } = agentNumbers(agentId);
            const number =
                text === null
                    ? null
                    : presentable(
                          keeper.held.directory,
                          agentId,
                          readNumber(dialled(text, 'number'), policy.defaultCountry)
                      );
            await ports.preferences.setDefault(agentId, number && number.id);
            keeper.replace((directory) => withDefault(directory, agentId, number));
            return agentNumbers(agentId);
        },
        async refreshDefault(givenId) {
            const agentId = requiredId(givenId, 'agentId') as AgentId;
            agentNumbers(agentId);
            const numberId = await ports.preferences.readDefault(agentId);
            const { numbers } = keeper.held.directory;
            if (numberId !== null && !numbers.has(numberId)) {
                // A number that is newer than what is held.
                await keeper.reload('a default that is not known');
                return;
            }
            const number = (numberId !== null && numbers.get(numberId)) || null;
            keeper.replace((directory) => withDefault(directory, agentId, number));
        },
        readEntry: async (dialEntryId) =>
            ports.entries.read(requiredId(dialEntryId, 'dialEntryId')),
        namesIn: (trace) => namesIn(trace, keeper.held.directory),
        lint: () => {
            const { directory } = keeper.held;
            return lint([...directory.rules.values()], directory);
        },
        reload: (reason = 'on demand') => keeper.reload(reason),
        status: () => keeper.status,
        flush: () => log.flush(),
        async close() {
            keeper.close();
            await log.close(options.closeWithinMs);
        }
    };
}

/** What the log says of a dial, whatever came of it. */
function lineOf({ dial, dialKey }: Pick<ReadDial, 'dial' | 'dialKey'>, directory: Directory) {
    const { agentId, channel, number: dialedNumber, recordId } = dial;
    return {
        // The agent's id is part of the key: nobody overwrites another's line by naming its key.
        dialKey: `${agentId}:${dialKey}`,
        agentId,
        agentKnown: directory.agents.has(agentId),
        channel,
        dialedNumber,
        ...(recordId !== undefined && { recordId })
    };
}

/** The decision that an answer tells of. */
function decisionOf(answer: Extract<DecisionAnswer, { outcome: 'presented' }>): Decision {
    const { outcome, callbackNumber, source, rule, trace } = answer;
    const { id: numberId, number } = callbackNumber;
    return { outcome, numberId, number, source, trace, ...(rule && { ruleId: rule.id }) };
}

type Decided = { readonly directory: Directory; readonly decision: Decision };

import * as libphonenumber from 'libphonenumber-js/max';
import { createElement } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import CallbackDirectory from 'c/callbackDirectory';
import type { DirectoryState } from 'c/callbackData';
import {
    AGENT,
    answerOf,
    BERLIN,
    CONFIGURED,
    numberRow,
    type Rows
} from '../../../../../test/agentAnswers';
import {
    answerGraphql,
    answerNextGraphql,
    connectedWires,
    type Asked
} from '../../../../../test/stubs/graphql';

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });
jest.mock('@salesforce/resourceUrl/libphonenumber', () => ({ default: '/resource/phone' }), {
    virtual: true
});

const AWAY = { errors: [{ message: 'The org is away.' }] };
const RETIRED: Rows = {
    ...CONFIGURED,
    numbers: [
        CONFIGURED.numbers[0],
        numberRow(BERLIN, 'Berlin', '+4930901820', { Active__c: false })
    ]
};
const page = window as { libphonenumber?: unknown };

let asked: Asked[];
let states: DirectoryState[];

/** The org holds these rows from now on. */
function holding(rows: Rows, pageSize?: number) {
    return (question: Asked) => {
        asked.push(question);
        return answerOf(rows, question, pageSize);
    };
}

function failing() {
    return (question: Asked) => {
        asked.push(question);
        return AWAY;
    };
}

/** Lets everything that waits for nothing but promises come to its end. */
async function quiet(): Promise<void> {
    await jest.advanceTimersByTimeAsync(0);
}

/** Puts the element on the page; it is heard from the beginning. */
async function open() {
    const element = createElement('c-callback-directory', { is: CallbackDirectory });
    element.addEventListener('statechange', (event) =>
        states.push((event as CustomEvent<{ state: DirectoryState }>).detail.state)
    );
    document.body.append(element);
    await quiet();
    return element as typeof element & CallbackDirectory;
}

function show(visibility: DocumentVisibilityState): Promise<void> {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
    document.dispatchEvent(new CustomEvent('visibilitychange'));
    return quiet();
}

const kinds = () => states.map(({ kind }) => kind);
const latest = () => states.at(-1)!;

function numbersOf(state: DirectoryState): string[] {
    return 'agent' in state ? state.agent.numbers.map(({ label }) => label) : [];
}

beforeEach(() => {
    jest.useFakeTimers();
    jest.mocked(loadScript).mockReset().mockResolvedValue(undefined);
    page.libphonenumber = libphonenumber;
    asked = [];
    states = [];
    answerGraphql(holding(CONFIGURED));
});
afterEach(() => {
    document.body.replaceChildren();
    jest.restoreAllMocks();
    jest.useRealTimers();
});

describe('The directory says', () => {
    it('that it loads, then who may present what', async () => {
        await open();
        expect(kinds()).toEqual(['loading', 'ready']);
        expect(numbersOf(latest())).toEqual(['Berlin', 'Head office']);
        expect(latest()).toMatchObject({ agent: { agentId: AGENT } });
    });

    it('asks in two steps, the second about the groups and the profile of the agent', async () => {
        await open();
        expect(asked.map(({ variables }) => variables)).toEqual([
            { agentId: AGENT, agentKey: AGENT },
            {
                agentId: AGENT,
                groupIds: [CONFIGURED.members[0].Agent_Group__c],
                policyKeys: ['org', AGENT, CONFIGURED.agents[0].ProfileId]
            }
        ]);
    });

    it('the same when lists come in pages', async () => {
        answerGraphql(holding(CONFIGURED, 1));
        await open();
        expect(numbersOf(latest())).toEqual(['Berlin', 'Head office']);
    });

    it('that nothing is configured', async () => {
        answerGraphql(holding({ ...CONFIGURED, policies: [] }));
        await open();
        expect(kinds()).toEqual(['loading', 'notConfigured']);
    });

    it('what is hidden from the agent', async () => {
        const message = "Field 'Callback_Number__c' in type 'RecordQuery' is undefined";
        answerGraphql(() => ({ errors: [{ message }] }));
        await open();
        expect(latest()).toEqual({ kind: 'noPermission', missing: ['Callback_Number__c'] });
    });

    it('what went wrong', async () => {
        answerGraphql(failing());
        await open();
        expect(latest()).toEqual({ kind: 'failed', errors: ['The org is away.'] });
    });

    it.each([
        ['does not load', () => jest.mocked(loadScript).mockRejectedValue(new Error('404'))],
        ['is not what it should be', () => delete page.libphonenumber]
    ])('that numbers cannot be read when the library %s', async (_, breakIt) => {
        breakIt();
        await open();
        expect(latest()).toEqual({
            kind: 'failed',
            errors: ['c.Callback_Directory_Reader_Missing']
        });
        expect(loadScript).toHaveBeenCalledWith(expect.anything(), '/resource/phone');
    });
});

describe('Refreshing', () => {
    it('reads past what the platform remembers, and says what is new', async () => {
        const element = await open();
        answerNextGraphql(holding(RETIRED));
        await element.refresh();
        expect(kinds()).toEqual(['loading', 'ready', 'ready']);
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('says nothing where nothing is new', async () => {
        const element = await open();
        asked = [];
        await element.refresh();
        expect(kinds()).toEqual(['loading', 'ready']);
        expect(asked).toHaveLength(2);
    });

    it('of long lists reads every page anew', async () => {
        answerGraphql(holding(CONFIGURED, 1));
        const element = await open();
        answerNextGraphql(holding(RETIRED, 1));
        await element.refresh();
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('after a failure tries again', async () => {
        answerGraphql(failing());
        const element = await open();
        answerNextGraphql(holding(CONFIGURED));
        await element.refresh();
        expect(kinds()).toEqual(['loading', 'failed', 'ready']);
    });

    it('loads the library again where that had failed', async () => {
        jest.mocked(loadScript).mockRejectedValueOnce(new Error('404'));
        const element = await open();
        await element.refresh();
        expect(kinds()).toEqual(['loading', 'failed', 'ready']);
    });

    it('that fails leaves what there is', async () => {
        const element = await open();
        answerNextGraphql(failing());
        await element.refresh();
        expect(kinds()).toEqual(['loading', 'ready']);
    });

    it('that finds a permission gone says so, and sees it come back', async () => {
        const element = await open();
        const message = "Field 'Callback_Rule__c' in type 'RecordQuery' is undefined";
        answerNextGraphql(() => ({ errors: [{ message }] }));
        await element.refresh();
        answerNextGraphql(holding(CONFIGURED));
        await element.refresh();
        expect(kinds()).toEqual(['loading', 'ready', 'noPermission', 'ready']);
    });

    it('asked for while it reads, reads once more: it may have read before a change', async () => {
        const element = await open();
        asked = [];
        const first = element.refresh();
        await Promise.resolve();
        const [second, third] = [element.refresh(), element.refresh()];
        answerNextGraphql(holding(RETIRED));
        await Promise.all([first, second, third]);
        expect(numbersOf(latest())).toEqual(['Head office']);
        expect(asked).toHaveLength(4);
    });
});

describe('The directory stays current', () => {
    it('once a minute while the page is visible', async () => {
        await open();
        answerNextGraphql(holding(RETIRED));
        await jest.advanceTimersByTimeAsync(59_000);
        expect(kinds()).toEqual(['loading', 'ready']);
        await jest.advanceTimersByTimeAsync(1_000);
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('not while the page is hidden, and at once when it is looked at again', async () => {
        await open();
        asked = [];
        await show('hidden');
        await jest.advanceTimersByTimeAsync(600_000);
        expect(asked).toEqual([]);
        answerNextGraphql(holding(RETIRED));
        await show('visible');
        expect(numbersOf(latest())).toEqual(['Head office']);
        answerNextGraphql(holding(CONFIGURED));
        await jest.advanceTimersByTimeAsync(60_000);
        expect(numbersOf(latest())).toEqual(['Berlin', 'Head office']);
    });

    it('and reads everything only where something may have changed', async () => {
        await open();
        await jest.advanceTimersByTimeAsync(120_000);
        asked = [];
        await jest.advanceTimersByTimeAsync(600_000);
        expect(asked).toHaveLength(10);
        expect(asked.every(({ query }) => query.includes('CallbackTracesOfChanges'))).toBe(true);
        answerNextGraphql(holding(RETIRED));
        await jest.advanceTimersByTimeAsync(60_000);
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('also where it cannot be told what has changed', async () => {
        await open();
        await jest.advanceTimersByTimeAsync(120_000);
        answerNextGraphql((question) => {
            const looking = question.query.includes('CallbackTracesOfChanges');
            return looking ? AWAY : answerOf(RETIRED, question);
        });
        await jest.advanceTimersByTimeAsync(60_000);
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('by itself after a failure', async () => {
        answerGraphql(failing());
        await open();
        answerNextGraphql(holding(CONFIGURED));
        await jest.advanceTimersByTimeAsync(60_000);
        expect(kinds()).toEqual(['loading', 'failed', 'ready']);
    });

    it('until it leaves the page: then nothing runs, and nothing is said', async () => {
        const element = await open();
        element.remove();
        asked = [];
        states = [];
        await jest.advanceTimersByTimeAsync(600_000);
        await show('visible');
        expect(asked).toEqual([]);
        expect(states).toEqual([]);
        expect(jest.getTimerCount()).toBe(0);
        expect(connectedWires()).toBe(0);
    });

    it('from when it is put on the page again', async () => {
        const element = await open();
        element.remove();
        answerNextGraphql(holding(RETIRED));
        document.body.append(element);
        await quiet();
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('when it is moved on the page in the middle of reading', async () => {
        const element = await open();
        const answers: (() => void)[] = [];
        answerNextGraphql(
            (question) =>
                new Promise((resolve) => {
                    answers.push(() => resolve(answerOf(CONFIGURED, question)));
                })
        );
        const before = element.refresh();
        await quiet();
        answerNextGraphql(holding(RETIRED));
        document.body.append(element);
        answers.forEach((answer) => answer());
        await before;
        await element.refresh();
        expect(kinds()).not.toContain('failed');
        expect(numbersOf(latest())).toEqual(['Head office']);
    });

    it('and what was under way when it left is not told', async () => {
        let answer: (rows: Rows) => void = () => undefined;
        answerGraphql(
            (question) =>
                new Promise((resolve) => {
                    answer = (rows) => resolve(answerOf(rows, question));
                })
        );
        const element = await open();
        element.remove();
        answer(CONFIGURED);
        await quiet();
        expect(kinds()).toEqual(['loading']);
    });
});

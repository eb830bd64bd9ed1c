import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import { readExpectations, runExpectations } from 'c/callbackSetupData';
import type { Expectation, Judged } from 'c/callbackSimulation';
import { impactOf } from '../trying';

jest.mock('c/callbackPhoneFile', () => ({ loadPhoneLibrary: jest.fn() }));
jest.mock('c/callbackSetupData', () => ({
    readExpectations: jest.fn(),
    runExpectations: jest.fn()
}));

const read = readExpectations as jest.MockedFunction<typeof readExpectations>;
const run = runExpectations as jest.MockedFunction<typeof runExpectations>;
const load = loadPhoneLibrary as jest.MockedFunction<typeof loadPhoneLibrary>;

const org = { ask: jest.fn(), readRecord: jest.fn(), component: {} };
const expectation = { id: 'e1', name: 'A call' } as Expectation;
const shows = (numberId: string) => ({
    kind: 'passed',
    decision: { outcome: 'presented', numberId }
});
const judged = (after: object, before: object) =>
    ({ expectation, verdict: after, before }) as unknown as Judged;

beforeEach(() => {
    jest.resetAllMocks();
    read.mockResolvedValue([expectation]);
});

it('tries the rules of the draft, and is silent where nothing changes', async () => {
    run.mockResolvedValue([judged(shows('n1'), shows('n1'))]);
    expect(await impactOf([], org)).toBeUndefined();
    expect(run).toHaveBeenCalledWith(
        [expectation],
        expect.objectContaining({ draft: { rules: [] } })
    );
});

it('tells what changes, and what could not be tried', async () => {
    const changed = [judged(shows('n2'), shows('n1'))];
    run.mockResolvedValue(changed);
    expect(await impactOf([], org)).toEqual({ judged: changed });
    const failed = [judged({ kind: 'failed', errors: [] }, { kind: 'failed', errors: [] })];
    run.mockResolvedValue(failed);
    expect(await impactOf([], org)).toEqual({ judged: failed });
});

it('loads nothing where there are no expectations, or none that the user may see', async () => {
    read.mockResolvedValue([]);
    expect(await impactOf([], org)).toBeUndefined();
    read.mockRejectedValue([
        { message: "Field 'Callback_Expectation__c' in type 'RecordQuery' is undefined" }
    ]);
    expect(await impactOf([], org)).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
});

it('says why it could not try any', async () => {
    load.mockRejectedValue(new Error('The library is missing.'));
    expect(await impactOf([], org)).toEqual({ judged: [], problem: 'The library is missing.' });
    read.mockRejectedValue([{ message: 'The org is away.' }]);
    expect(await impactOf([], org)).toEqual({ judged: [], problem: 'The org is away.' });
});

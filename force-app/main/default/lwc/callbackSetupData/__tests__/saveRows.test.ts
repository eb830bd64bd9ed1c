import { executeMutation } from 'lightning/graphql';
import { saveRows, type Ask, type RowChange } from 'c/callbackSetupData';

const sent = executeMutation as unknown as jest.Mock;

interface Sent {
    readonly query: string;
    readonly variables: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The org saves everything, but for the rows that are refused here. */
function orgSaves(refusals: Readonly<Record<string, string>> = {}): void {
    sent.mockImplementation(({ variables }: Sent) => {
        const names = Object.keys(variables);
        return {
            data: {
                uiapi: Object.fromEntries(
                    names.map((name) => [
                        name,
                        name in refusals ? null : { Record: { Id: `id of ${name}` } }
                    ])
                )
            },
            errors: Object.entries(refusals)
                .filter(([name]) => names.includes(name))
                .map(([name, message]) => ({ message, paths: ['uiapi', name] }))
        };
    });
}

const create = (name: string): RowChange => ({
    kind: 'create',
    object: 'Agent_Group__c',
    fields: { Name: name }
});
const rename = (id: string, seen: string): RowChange => ({
    kind: 'update',
    object: 'Agent_Group__c',
    id,
    fields: { Name: 'New' },
    seen
});
/** What the org holds now, by id. */
const stamps =
    (now: Readonly<Record<string, string>>): Ask =>
    ({ variables }) =>
        Promise.resolve({
            uiapi: {
                query: {
                    rows: {
                        edges: (variables.ids as string[])
                            .filter((id) => id in now)
                            .map((Id) => ({ node: { Id, SystemModstamp: { value: now[Id] } } })),
                        pageInfo: { hasNextPage: false, endCursor: null }
                    }
                }
            }
        });

beforeEach(() => {
    sent.mockReset();
    orgSaves();
});

it('writes everything that fits into one request, whatever it is', async () => {
    const results = await saveRows([
        create('Sales'),
        { kind: 'update', object: 'Agent_Group__c', id: 'a', fields: { Name: 'B' } },
        { kind: 'delete', object: 'Callback_Rule__c', id: 'r' }
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved']);
    expect(sent).toHaveBeenCalledTimes(1);
    const [{ query, variables }] = sent.mock.calls[0] as [Sent];
    expect(query).toContain('allOrNone: false');
    expect(query).toContain('r1: Agent_Group__cUpdate(input: $r1)');
    expect(variables).toEqual({
        r0: { Agent_Group__c: { Name: 'Sales' } },
        r1: { Id: 'a', Agent_Group__c: { Name: 'B' } },
        r2: { Id: 'r' }
    });
});

it('needs five requests for a thousand rows and says how far it is after each', async () => {
    const progress: (readonly number[])[] = [];
    const rows = Array.from({ length: 1_000 }, (_, n) => create(`Group ${n}`));
    await saveRows(rows, { onProgress: (...told) => progress.push(told) });
    expect(sent).toHaveBeenCalledTimes(5);
    expect(progress.map(([done]) => done)).toEqual([200, 400, 600, 800, 1_000]);
    expect(progress[0]).toEqual([200, 1_000]);
});

it('names what the org refused, and keeps the rest', async () => {
    orgSaves({ r1: 'Enter a name.' });
    expect(await saveRows([create('A'), create(''), create('C')])).toEqual([
        { kind: 'saved', id: 'id of r0' },
        { kind: 'refused', errors: ['Enter a name.'] },
        { kind: 'saved', id: 'id of r2' }
    ]);
});

it('says the error of the whole request of every row where the request was refused', async () => {
    sent.mockReturnValue({ errors: [{ message: 'No such field.' }] });
    expect(await saveRows([create('A'), create('B')])).toEqual([
        { kind: 'refused', errors: ['No such field.'] },
        { kind: 'refused', errors: ['No such field.'] }
    ]);
});

it('does not know what became of rows whose request broke off, and goes on', async () => {
    sent.mockRejectedValueOnce({ body: { message: 'Gateway timeout' } });
    const results = await saveRows(Array.from({ length: 201 }, (_, n) => create(`${n}`)));
    expect(results[0]).toEqual({ kind: 'unknown', errors: ['Gateway timeout'] });
    expect(results[200].kind).toBe('saved');
});

it('does not write over what somebody else wrote or deleted meanwhile', async () => {
    const results = await saveRows([rename('a', '09:00'), rename('b', '09:00'), rename('c', '1')], {
        ask: stamps({ a: '09:00', b: '09:01' })
    });
    expect(results.map(({ kind }) => kind)).toEqual(['saved', 'conflict', 'conflict']);
    const [{ variables }] = sent.mock.calls[0] as [Sent];
    expect(Object.values(variables)).toEqual([{ Id: 'a', Agent_Group__c: { Name: 'New' } }]);
});

it('writes nothing where it cannot look whether somebody else did', async () => {
    const results = await saveRows([rename('a', '09:00')], {
        ask: () => Promise.reject(new Error('The org is away.'))
    });
    expect(results).toEqual([{ kind: 'refused', errors: ['The org is away.'] }]);
    expect(sent).not.toHaveBeenCalled();
});

it('stops before the next request when it is told to', async () => {
    const stop = new AbortController();
    const rows = Array.from({ length: 600 }, (_, n) => create(`${n}`));
    const results = await saveRows(rows, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(sent).toHaveBeenCalledTimes(1);
    expect(results.filter(({ kind }) => kind === 'saved')).toHaveLength(200);
    expect(results.filter(({ kind }) => kind === 'notTried')).toHaveLength(400);
});

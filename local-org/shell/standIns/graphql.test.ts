import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GraphQLResult } from 'lightning/graphql';
import type * as Graphql from './lightning/graphql/graphql';

type Answer = { readonly status?: number; readonly body: unknown };

let module: typeof Graphql;
let answers: Answer[];
const fetched = vi.fn((_url: string, _request: { readonly body: string }) => {
    const { status = 200, body } = answers.shift()!;
    const statusText = status === 200 ? 'OK' : 'Refused';
    return Promise.resolve(new Response(JSON.stringify(body), { status, statusText }));
});
const dispatchEvent = vi.fn();

beforeEach(async () => {
    vi.resetModules();
    fetched.mockClear();
    answers = [];
    const boot = { textContent: JSON.stringify({ accessToken: 'token' }) };
    vi.stubGlobal('document', { getElementById: () => boot });
    vi.stubGlobal('window', { dispatchEvent });
    vi.stubGlobal('fetch', fetched);
    module = await import('./lightning/graphql/graphql');
});
afterEach(() => vi.unstubAllGlobals());

function wired(query = 'query q { a }', variables: Record<string, unknown> = {}) {
    const results: GraphQLResult[] = [];
    const wire = new module.graphql((result) => results.push(result));
    wire.connect();
    wire.update({ query, variables });
    return { wire, results, last: () => results.at(-1)! };
}
const told = (wire: ReturnType<typeof wired>) =>
    vi.waitFor(() => {
        expect(wire.last()).not.toEqual({});
        return wire.last();
    });

describe('lightning/graphql, as the page has it', () => {
    it('gives nothing at first, then the data, which nobody can change', async () => {
        answers = [{ body: { data: { a: { b: 1 } }, errors: [] } }];
        const wire = wired();
        expect(wire.results).toEqual([{}]);
        const { data, errors } = await told(wire);
        expect(data).toEqual({ a: { b: 1 } });
        expect(errors).toBeUndefined();
        expect(Object.isFrozen((data as { a: object }).a)).toBe(true);
    });

    it('asks once for wires that ask the same', async () => {
        answers = [{ body: { data: 1 } }];
        const [one, other] = [wired(), wired()];
        await Promise.all([told(one), told(other)]);
        expect(fetched).toHaveBeenCalledTimes(1);
    });

    it('asks again for other variables', async () => {
        answers = [{ body: { data: 1 } }, { body: { data: 2 } }];
        const [one, other] = [wired('q', { a: 1 }), wired('q', { a: 2 })];
        expect((await told(one)).data).toBe(1);
        expect((await told(other)).data).toBe(2);
    });

    it('refreshes every wire that asked the same, but none that has gone', async () => {
        answers = [{ body: { data: 1 } }, { body: { data: 2 } }];
        const [one, other, gone] = [wired(), wired(), wired()];
        await Promise.all([told(one), told(other), told(gone)]);
        gone.wire.disconnect();
        await one.last().refresh!();
        expect([one.last().data, other.last().data, gone.last().data]).toEqual([2, 2, 1]);
    });

    it('lets no older answer replace a younger one', async () => {
        answers = [{ body: { data: 'first' } }];
        const wire = wired();
        await told(wire);
        let answerLate = (_data: string): void => undefined;
        fetched.mockImplementationOnce(
            () =>
                new Promise((resolve) => {
                    answerLate = (data) => resolve(new Response(JSON.stringify({ data })));
                })
        );
        const older = wire.last().refresh!();
        answers = [{ body: { data: 'younger' } }];
        await wire.last().refresh!();
        answerLate('older');
        await older;
        expect(wire.last().data).toBe('younger');
    });

    it('does not refresh queries after a mutation', async () => {
        answers = [{ body: { data: 1 } }, { body: { data: 'changed' } }];
        const wire = wired();
        await told(wire);
        const query = module.gql`mutation m { b }`;
        expect(await module.executeMutation({ query })).toMatchObject({ data: 'changed' });
        expect(wire.last().data).toBe(1);
    });

    it('gives a refusal as errors, and asks anew the next time', async () => {
        answers = [
            { status: 400, body: [{ errorCode: 'X', message: 'Not so.' }] },
            { body: { data: 1 } }
        ];
        expect((await told(wired())).errors).toEqual([{ message: 'Not so.' }]);
        expect((await told(wired())).data).toBe(1);
    });

    it('says that the session is over when the org no longer knows it', async () => {
        answers = [{ status: 401, body: [{ message: 'Session expired or invalid' }] }];
        await told(wired());
        expect(dispatchEvent).toHaveBeenCalledWith(
            expect.objectContaining({ type: 'sessionended' })
        );
    });
});

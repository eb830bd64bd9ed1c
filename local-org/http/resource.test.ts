import { describe, expect, it } from 'vitest';
import { createResourceTable, type Handler, type Resource } from './resource.ts';

const handler: Handler = { kind: 'query', composable: true, run: () => ({ status: 200 }) };

const resources: readonly Resource[] = [
    { path: '', methods: { GET: handler } },
    { path: 'query', methods: { GET: handler } },
    { path: 'sobjects/:object/describe', methods: { GET: handler } },
    { path: 'sobjects/:object/:id', methods: { GET: handler, PATCH: handler } }
];
const find = createResourceTable(resources);

function targetOf(method: string, url: string) {
    const match = find(method, url);
    return match.found === 'handler' ? match.target : match;
}

describe('finding a resource by its address', () => {
    it('reads the segments and the query of an address', () => {
        expect(targetOf('GET', '/services/data/v66.0/sobjects/Account/001?fields=Name')).toEqual({
            versionPath: '/services/data/v66.0',
            params: { object: 'Account', id: '001' },
            query: new URLSearchParams('fields=Name')
        });
    });

    it('takes a literal segment before a parameter in the same place', () => {
        expect(targetOf('GET', '/services/data/v66.0/sobjects/Account/describe')).toMatchObject({
            params: { object: 'Account' }
        });
    });

    it('decodes a segment after it has split the path, so that a value may hold a slash', () => {
        expect(targetOf('GET', '/services/data/v66.0/sobjects/Account/a%2Fb%20c')).toMatchObject({
            params: { id: 'a/b c' }
        });
    });

    it('looks past doubled slashes, a slash at the end and the case of its own names', () => {
        expect(find('GET', '//services/data/v66.0/Query/').found).toBe('handler');
    });

    it('finds the version itself', () => {
        expect(find('GET', '/services/data/v66.0').found).toBe('handler');
    });

    it('names the methods that an address does take', () => {
        expect(find('DELETE', '/services/data/v66.0/sobjects/Account/001')).toEqual({
            found: 'otherMethods',
            allowed: ['HEAD', 'GET', 'PATCH']
        });
    });

    it.each([
        ['a version that is older than any', '/services/data/v49.0/query'],
        ['a version that is newer than any', '/services/data/v67.0/query'],
        ['a version that does not exist', '/services/data/v60.5/query'],
        ['a path that leads nowhere', '/services/data/v66.0/nowhere'],
        ['a segment with a broken escape', '/services/data/v66.0/sobjects/Account/%E0%A4%A'],
        ['another service', '/services/apexrest/v66.0/query']
    ])('finds nothing at %s', (_, url) => {
        expect(find('GET', url)).toEqual({ found: 'nothing' });
    });
});

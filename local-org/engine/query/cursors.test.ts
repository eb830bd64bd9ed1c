import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { create, createUser, openTestOrg, TEST_PACKAGE, type TestOrg } from '../testing/testOrg.ts';
import type { OrgSession, QueryPage } from '../types.ts';

let test: TestOrg;
let time: number;
beforeEach(() => {
    time = Date.UTC(2026, 0, 1);
    test = openTestOrg(TEST_PACKAGE, () => new Date(time));
});
afterEach(() => test.close());

const code = (n: number) => `c${String(n).padStart(5, '0')}`;

function fill(count: number): void {
    const operations = Array.from({ length: count }, (_, n) => ({
        kind: 'create' as const,
        object: 'Brand__c',
        values: { Name: 'Brand', Code__c: code(n) }
    }));
    for (const { errors } of test.system.save(operations, { allOrNone: true })) {
        expect(errors).toEqual([]);
    }
}

const QUERY = 'SELECT Code__c FROM Brand__c ORDER BY Code__c DESC';

function restOf(session: OrgSession, first: QueryPage): QueryPage[] {
    const pages = [first];
    for (let page = first; !page.done;) {
        page = session.queryMore(page.nextLocator!);
        pages.push(page);
    }
    return pages;
}

const codesOf = (pages: readonly QueryPage[]) =>
    pages.flatMap(({ records }) => records.map(({ Code__c }) => Code__c));

describe('a query with more rows than fit on a page', () => {
    it('gives every row once, in order, over as many pages as it takes', () => {
        fill(4_100);
        const pages = restOf(test.system, test.system.query(QUERY));
        expect(pages.map(({ records }) => records.length)).toEqual([2_000, 2_000, 100]);
        expect(pages.every(({ totalSize }) => totalSize === 4_100)).toBe(true);
        expect(pages.map(({ done }) => done)).toEqual([false, false, true]);
        expect(pages[0].nextLocator).toMatch(/^01g\w{15}-2000$/);
        const codes = codesOf(pages);
        expect(codes).toEqual([...codes].sort().reverse());
        expect(new Set(codes).size).toBe(4_100);
    });

    it('takes the page size it is asked for, between 200 and 2,000', () => {
        fill(450);
        const sizes = (batchSize: number) =>
            restOf(test.system, test.system.query(QUERY, batchSize)).map(
                ({ records }) => records.length
            );
        expect(sizes(300)).toEqual([300, 150]);
        expect(sizes(1)).toEqual([200, 200, 50]);
        expect(sizes(9_999)).toEqual([450]);
    });

    it('is on one page when it just fits', () => {
        fill(200);
        const page = test.system.query(QUERY, 200);
        expect(page).toMatchObject({ totalSize: 200, done: true });
        expect(page).not.toHaveProperty('nextLocator');
    });

    it('shows what the first page counted, whatever is written before the last one', () => {
        fill(500);
        const first = test.system.query(QUERY, 200);
        const { Id } = test.system.query(`SELECT Id FROM Brand__c WHERE Code__c = '${code(0)}'`)
            .records[0];
        test.system.save(
            [
                { kind: 'delete', id: String(Id) },
                { kind: 'create', object: 'Brand__c', values: { Name: 'x', Code__c: 'c00000x' } }
            ],
            { allOrNone: true }
        );
        const codes = codesOf(restOf(test.system, first));
        expect(codes).toHaveLength(500);
        expect(codes.at(-1)).toBe(code(0));
        expect(codes).not.toContain('c00000x');
    });

    it('can be asked for the same page again while there are more', () => {
        fill(700);
        const { nextLocator } = test.system.query(QUERY, 200);
        const once = test.system.queryMore(nextLocator!);
        expect(test.system.queryMore(nextLocator!)).toEqual(once);
    });
});

describe('a query locator', () => {
    const refused = (session: OrgSession, locator: string) => {
        try {
            session.queryMore(locator);
        } catch (error) {
            return error;
        }
        return undefined;
    };
    const invalid = { errorCode: 'INVALID_QUERY_LOCATOR' };

    it('is refused when nobody was given it, or somebody else was', () => {
        fill(300);
        const { nextLocator } = test.system.query(QUERY, 200);
        for (const locator of ['', 'x', '01g000000000000AAA-200', "01g'; DROP TABLE user-1"]) {
            expect(refused(test.system, locator)).toMatchObject(invalid);
        }
        const other = test.org.session(createUser(test.system, 'System Administrator'));
        expect(refused(other, nextLocator!)).toMatchObject(invalid);
        expect(refused(test.system, nextLocator!.replace('-200', '-999'))).toMatchObject(invalid);
    });

    it('expires a quarter of an hour after it was last used', () => {
        fill(700);
        let page = test.system.query(QUERY, 200);
        time += 14 * 60_000;
        page = test.system.queryMore(page.nextLocator!);
        time += 14 * 60_000;
        page = test.system.queryMore(page.nextLocator!);
        time += 16 * 60_000;
        expect(refused(test.system, page.nextLocator!)).toMatchObject(invalid);
    });

    it('gives way to the eleventh a user opens', () => {
        fill(300);
        const locators = Array.from(
            { length: 11 },
            () => test.system.query(QUERY, 200).nextLocator!
        );
        expect(refused(test.system, locators[0])).toMatchObject(invalid);
        expect(refused(test.system, locators[1])).toBeUndefined();
    });

    it('shows no longer what its user may no longer see', () => {
        fill(300);
        const user = createUser(test.system, 'Standard User', ['Line_Agent']);
        const session = test.org.session(user);
        const { nextLocator } = session.query('SELECT Id FROM Brand__c', 200);
        const { records } = test.system.query(
            `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user}'`
        );
        test.system.save([{ kind: 'delete', id: String(records[0].Id) }], { allOrNone: true });
        expect(refused(session, nextLocator!)).toBeDefined();
        expect(create(test.system, 'Brand__c', { Name: 'n', Code__c: 'n' })).toBeTruthy();
    });
});

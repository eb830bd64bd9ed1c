import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    create,
    createUser,
    openTestOrg,
    tryCreate,
    tryDelete,
    tryUpdate,
    type TestOrg
} from '../testing/testOrg.ts';
import type { OrgSession } from '../types.ts';

let test: TestOrg;
let ann: OrgSession;
let bob: OrgSession;
let viewer: OrgSession;
let boss: OrgSession;
beforeAll(() => {
    test = openTestOrg();
    const as = (...sets: string[]) =>
        test.org.session(createUser(test.system, 'Standard User', sets));
    [ann, bob] = [as('Line_Agent'), as('Line_Agent')];
    viewer = as('Line_Agent', 'Line_Viewer');
    boss = as('Line_Agent', 'Line_Admin');
});
afterAll(() => test.close());

const codeOf = (result: { errors: readonly { statusCode: string }[] }) =>
    result.errors[0]?.statusCode;
const lines = (session: OrgSession) =>
    session.query('SELECT Id FROM Line__c').records.map(({ Id }) => Id);

describe('a private record', () => {
    it('is found by its owner, and by those who may view or change all', () => {
        const id = create(ann, 'Line__c', {});
        for (const session of [ann, viewer, boss, test.system]) {
            expect(session.retrieve('Line__c', id).Id).toBe(id);
            expect(lines(session)).toContain(id);
        }
        expect(() => bob.retrieve('Line__c', id)).toThrow('The requested resource does not exist');
        expect(lines(bob)).not.toContain(id);
    });

    it('is changed by its owner and by those who may change all, by nobody else', () => {
        const id = create(ann, 'Line__c', {});
        expect(codeOf(tryUpdate(ann, 'Line__c', id, { Label__c: 'a' }))).toBeUndefined();
        expect(codeOf(tryUpdate(boss, 'Line__c', id, { Label__c: 'b' }))).toBeUndefined();
        expect(codeOf(tryUpdate(viewer, 'Line__c', id, { Label__c: 'c' }))).toBe(
            'INSUFFICIENT_ACCESS_OR_READONLY'
        );
        expect(codeOf(tryUpdate(bob, 'Line__c', id, { Label__c: 'd' }))).toBe(
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
        );
        expect(codeOf(tryDelete(bob, id))).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
        expect(ann.retrieve('Line__c', id).Label__c).toBe('b');
        expect(tryDelete(ann, id).success).toBe(true);
    });

    it('goes out of sight when it is given away', () => {
        const id = create(ann, 'Line__c', {});
        expect(tryUpdate(ann, 'Line__c', id, { OwnerId: bob.userId }).success).toBe(true);
        expect(lines(ann)).not.toContain(id);
        expect(bob.retrieve('Line__c', id).OwnerId).toBe(bob.userId);
    });
});

describe('a detail', () => {
    it('is seen, made, changed and deleted by whoever may do that to its master', () => {
        const line = create(ann, 'Line__c', {});
        const id = create(ann, 'Extension__c', { Name: '1', Line__c: line });
        expect(viewer.retrieve('Extension__c', id).Name).toBe('1');
        expect(() => bob.retrieve('Extension__c', id)).toThrow('does not exist');
        const found = (session: OrgSession) =>
            session.query('SELECT Id FROM Extension__c').records.map(({ Id }) => Id);
        expect(found(ann)).toContain(id);
        expect(found(viewer)).toContain(id);
        expect(found(bob)).not.toContain(id);

        const values = { Name: '2', Line__c: line };
        expect(codeOf(tryCreate(bob, 'Extension__c', values))).toBe(
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
        );
        expect(codeOf(tryCreate(viewer, 'Extension__c', values))).toBe(
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
        );
        expect(codeOf(tryUpdate(viewer, 'Extension__c', id, { Digits__c: '1' }))).toBe(
            'INSUFFICIENT_ACCESS_OR_READONLY'
        );
        expect(tryUpdate(boss, 'Extension__c', id, { Digits__c: '1' }).success).toBe(true);
        expect(tryDelete(ann, id).success).toBe(true);
    });
});

describe('a detail that asks for no more than reading its master', () => {
    it('is made and changed by whoever may read that, masters of masters included', () => {
        const line = create(ann, 'Line__c', {});
        const extension = create(ann, 'Extension__c', { Name: '1', Line__c: line });
        const values = { Name: 'Busy', Extension__c: extension };
        const id = create(viewer, 'Remark__c', values);
        expect(tryUpdate(viewer, 'Remark__c', id, { Name: 'Free' }).success).toBe(true);
        expect(codeOf(tryCreate(bob, 'Remark__c', values))).toBe(
            'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
        );
        expect(tryDelete(viewer, id).success).toBe(true);
    });
});

describe('a record that everybody may change', () => {
    it('is deleted only by its owner and those who may change all', () => {
        const brand = create(test.system, 'Brand__c', { Name: 'B', Code__c: 'b' });
        expect(ann.retrieve('Brand__c', brand).Name).toBe('B');
        expect(tryDelete(ann, brand).success).toBe(false);
        expect(tryUpdate(boss, 'Brand__c', brand, { Name: 'C' }).success).toBe(true);
        expect(tryDelete(boss, brand).success).toBe(true);
    });
});

describe('a lookup', () => {
    it('does not show a parent its user cannot see', () => {
        const line = create(ann, 'Line__c', { Label__c: 'hidden' });
        const visit = create(test.system, 'Visit__c', { Name: 'v', Line__c: line });
        const found = (session: OrgSession, condition: string) =>
            session.query(`SELECT Line__c, Line__r.Label__c FROM Visit__c WHERE ${condition}`)
                .records[0];
        expect(found(ann, `Id = '${visit}'`)).toMatchObject({ Line__r: { Label__c: 'hidden' } });
        expect(found(bob, `Id = '${visit}'`)).toMatchObject({ Line__c: line, Line__r: null });
        expect(found(ann, "Line__r.Label__c = 'hidden'")).toBeDefined();
        expect(found(bob, "Line__r.Label__c = 'hidden'")).toBeUndefined();
    });

    it('does not reach a record its user cannot see', () => {
        const hidden = create(bob, 'Line__c', {});
        const values = { Name: '1', Line__c: hidden };
        expect(tryCreate(ann, 'Extension__c', values).errors[0].message).toBe(
            `insufficient access rights on cross-reference id: ${hidden.slice(0, 15)}`
        );
    });
});

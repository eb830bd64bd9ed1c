import type { Commits } from './commits.ts';
import { describeGlobal, describeObject } from './describe/describeObject.ts';
import type { DmlContext } from './dml/dmlContext.ts';
import { saveOperations } from './dml/saveOperations.ts';
import { storedMoment } from './dml/values.ts';
import type { Cursors } from './query/cursors.ts';
import { nextPage, runQuery, runSpan } from './query/runQuery.ts';
import { retrieve, retrieveByExternalId } from './query/retrieve.ts';
import type { Rights } from './security/rights.ts';
import { RIGHTS_OBJECTS, type UserRights } from './security/userRights.ts';
import type { Sequences } from './store/sequences.ts';
import type { Store } from './store/store.ts';
import type { OrgSchema, OrgSession } from './types.ts';

/** What all sessions of an org share. */
export interface Org {
    readonly store: Store;
    readonly schema: OrgSchema;
    readonly sequences: Sequences;
    readonly commits: Commits;
    readonly userRights: UserRights;
    readonly cursors: Cursors;
    readonly now: () => Date;
}

/** @param rightsNow asked at every call, so that a right taken away is gone at once */
export function openSession(org: Org, userId: string, rightsNow: () => Rights): OrgSession {
    const { store, schema } = org;
    const reader = () => ({ store, schema, rights: rightsNow(), now: org.now() });
    return {
        userId,
        query: (soql, batchSize) => runQuery(reader(), org.cursors, soql, batchSize),
        querySpan: (soql, span) => runSpan(reader(), soql, span),
        queryMore: (locator) => nextPage(reader(), org.cursors, locator),
        retrieve: (object, id, fields) => retrieve(reader(), object, id, fields),
        retrieveByExternalId: (object, field, value) =>
            retrieveByExternalId(reader(), object, field, value),
        save: (operations, options) =>
            org.commits.transaction(() => {
                const context = dmlContext(org, rightsNow());
                const results = saveOperations(context, operations, options);
                if (context.changes.some(({ object }) => RIGHTS_OBJECTS.has(object))) {
                    org.userRights.forget();
                }
                org.commits.add(context.changes, userId);
                return results;
            }),
        describeGlobal: () => describeGlobal(schema, rightsNow()),
        describe: (object) => describeObject(schema, rightsNow(), object),
        customPermissions: () => [...rightsNow().customPermissions]
    };
}

function dmlContext(org: Org, rights: Rights): DmlContext {
    const now = org.now();
    return {
        store: org.store,
        schema: org.schema,
        sequences: org.sequences,
        rights,
        now,
        moment: storedMoment(now),
        parents: new Map(),
        changes: []
    };
}

import { isId, to18 } from '../ids.ts';
import { Commits } from './commits.ts';
import { checkFormulas } from './dml/formulas.ts';
import { ADMIN_ID, bringPermissionSetsUpToDate, fillNewOrg, ORGANIZATION_ID } from './firstRows.ts';
import { OrgError } from './orgError.ts';
import { openCursors } from './query/cursors.ts';
import { readObjects } from './schema/customSchema.ts';
import { assignKeyPrefixes, buildSchema } from './schema/orgSchema.ts';
import { readPermissionSets } from './security/permissionSets.ts';
import { allRights } from './security/rights.ts';
import { userRights } from './security/userRights.ts';
import { openSession, type Org } from './session.ts';
import { sequences } from './store/sequences.ts';
import { openStore, type Store } from './store/store.ts';
import { migrate } from './store/tables.ts';
import type { OrgEngine, OrgSchema } from './types.ts';

export interface OrgOptions {
    /** Path of the SQLite file, made when it is not there, or `:memory:`. */
    readonly file: string;
    /** The package directory that objects and permission sets are read from: force-app/main/default. */
    readonly metadataDir: string;
    /** The org's clock. */
    readonly now?: () => Date;
}

/**
 * Opens the org; a new file is filled with its organization, profiles and first users.
 * @throws OrgError ORG_IN_USE when another process has the file open
 * @throws Error naming the metadata file that cannot be understood
 */
export function openOrg({ file, metadataDir, now = () => new Date() }: OrgOptions): OrgEngine {
    const metadata = readObjects(metadataDir);
    const permissionSets = readPermissionSets(metadataDir);
    const store = openStore(file);
    try {
        const org = store.transaction(() => {
            const schema = prepareTables(store, metadata);
            return {
                store,
                schema,
                sequences: sequences(store),
                commits: new Commits(store),
                userRights: userRights(store, permissionSets),
                cursors: openCursors(store, now),
                now
            } satisfies Org;
        });
        const everyPermission = new Set(
            permissionSets.flatMap(({ customPermissions }) => [...customPermissions])
        );
        const engine = toEngine(org, everyPermission);
        const system = engine.systemSession();
        engine.transaction(() => {
            if (!store.first('SELECT 1 FROM organization')) fillNewOrg(system);
            bringPermissionSetsUpToDate(store, system, permissionSets);
        });
        return engine;
    } catch (error) {
        store.close();
        throw error;
    }
}

function prepareTables(store: Store, metadata: ReturnType<typeof readObjects>): OrgSchema {
    store.exec('CREATE TABLE IF NOT EXISTS "_object" (name TEXT PRIMARY KEY, keyprefix TEXT)');
    store.exec('CREATE TABLE IF NOT EXISTS "_deleted" (id TEXT PRIMARY KEY) WITHOUT ROWID');
    const given = store
        .all('SELECT name, keyprefix FROM "_object"')
        .map((row) => [String(row.name), String(row.keyprefix)] as const);
    const names = metadata.filter(({ definition }) => definition).map(({ apiName }) => apiName);
    const prefixes = assignKeyPrefixes(names, new Map(given));
    for (const [name, prefix] of prefixes) {
        store.run('INSERT OR IGNORE INTO "_object" (name, keyprefix) VALUES (?, ?)', [
            name,
            prefix
        ]);
    }
    const schema = buildSchema(metadata, prefixes);
    checkFormulas(schema);
    migrate(store, schema);
    return schema;
}

function toEngine(org: Org, everyPermission: ReadonlySet<string>): OrgEngine {
    const systemRights = allRights({ userId: ADMIN_ID, profile: null }, everyPermission);
    return {
        schema: org.schema,
        organizationId: ORGANIZATION_ID,
        session: (id) => {
            const userId = isId(id) ? to18(id) : id;
            const rightsNow = () => {
                const rights = org.userRights.of(userId);
                if (rights) return rights;
                throw new OrgError('INVALID_SESSION_ID', 'Session expired or invalid', [], 401);
            };
            rightsNow();
            return openSession(org, userId, rightsNow);
        },
        systemSession: () => openSession(org, ADMIN_ID, () => systemRights),
        transaction: (work) => {
            try {
                return org.commits.transaction(work);
            } catch (error) {
                // Rights may have been worked out from rows that are gone again.
                org.userRights.forget();
                throw error;
            }
        },
        onCommit: (listener) => org.commits.listen(listener),
        close: () => org.store.close()
    };
}

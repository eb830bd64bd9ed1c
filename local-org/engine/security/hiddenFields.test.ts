import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OrgError } from '../orgError.ts';
import {
    fieldFile,
    objectFile,
    objectPermission,
    permissionSetFile,
    type MetadataFiles,
    type Xml
} from '../testing/metadataFiles.ts';
import {
    create,
    createUser,
    openTestOrg,
    tryCreate,
    tryUpdate,
    type TestOrg
} from '../testing/testOrg.ts';
import type { OrgSession } from '../types.ts';

/**
 * A field without read right never appears in any answer. Every field of two objects, a parent and
 * its child, holds a text that occurs nowhere else, and is shown by a permission set of its own;
 * users have any combination of these.
 */
const FIELDS = ['One__c', 'Two__c', 'Three__c', 'Key__c'] as const;
const PARENT = 'Firm__c';
const CHILD = 'Shop__c';
const paths = [PARENT, CHILD].flatMap((object) => FIELDS.map((field) => `${object}.${field}`));

const setName = (path: string) => `See_${path.replaceAll('__c', '').replace('.', '_')}`;
const marker = (path: string) => `text of ${path}`;

function testPackage(): MetadataFiles {
    let files: MetadataFiles = permissionSetFile('Objects', {
        objectPermissions: [
            objectPermission(PARENT, ['allowRead', 'allowCreate', 'allowEdit']),
            objectPermission(CHILD, ['allowRead', 'allowCreate', 'allowEdit'])
        ],
        fieldPermissions: [{ field: `${CHILD}.Firm__c`, readable: true, editable: true }]
    });
    for (const object of [PARENT, CHILD]) {
        files = {
            ...files,
            ...objectFile(object, {
                label: object,
                pluralLabel: object,
                nameField: { label: 'Name', type: 'Text' },
                sharingModel: 'ReadWrite'
            })
        };
        for (const name of FIELDS) {
            const key: Xml = name === 'Key__c' ? { unique: true, externalId: true } : {};
            files = {
                ...files,
                ...fieldFile(object, name, { type: 'Text', length: 80, ...key }),
                ...permissionSetFile(setName(`${object}.${name}`), {
                    fieldPermissions: [
                        { field: `${object}.${name}`, readable: true, editable: false }
                    ]
                })
            };
        }
    }
    return {
        ...files,
        ...fieldFile(CHILD, 'Firm__c', {
            type: 'Lookup',
            referenceTo: PARENT,
            relationshipName: 'Shops'
        })
    };
}

let test: TestOrg;
let firm: string;
let shop: string;
beforeAll(() => {
    test = openTestOrg(testPackage());
    const values = (object: string) =>
        Object.fromEntries(FIELDS.map((field) => [field, marker(`${object}.${field}`)]));
    firm = create(test.system, PARENT, { Name: 'Firm', ...values(PARENT) });
    shop = create(test.system, CHILD, { Name: 'Shop', Firm__c: firm, ...values(CHILD) });
});
afterAll(() => test.close());

/** What a session is answered, a refusal included, as a client reads it. */
function answer(work: () => unknown): { text: string; refused: boolean } {
    try {
        return { text: JSON.stringify(work()), refused: false };
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { text: JSON.stringify(error.detail), refused: true };
    }
}

/** Every way to read or guess: each with the fields it asks for by name. */
function* questions(session: OrgSession, parentField: string, childField: string) {
    const parent = `${PARENT}.${parentField}`;
    const child = `${CHILD}.${childField}`;
    const query = (soql: string) => () => session.query(soql);
    yield { asks: [], work: () => session.retrieve(PARENT, firm) };
    yield { asks: [], work: () => session.retrieve(CHILD, shop) };
    yield { asks: [parent], work: () => session.retrieve(PARENT, firm, [parentField]) };
    yield {
        asks: [`${PARENT}.Key__c`],
        work: () => session.retrieveByExternalId(PARENT, 'Key__c', marker(`${PARENT}.Key__c`))
    };
    yield { asks: [parent], work: query(`SELECT Id, ${parentField} FROM ${PARENT}`) };
    yield { asks: [], work: query(`SELECT FIELDS(ALL) FROM ${PARENT} LIMIT 200`) };
    yield {
        asks: [parent, child],
        work: query(`SELECT ${childField}, Firm__r.${parentField} FROM ${CHILD}`)
    };
    yield {
        asks: [child],
        work: query(`SELECT Id, (SELECT ${childField} FROM Shops__r) FROM ${PARENT}`)
    };
    yield { asks: [parent], work: query(`SELECT Id FROM ${PARENT} WHERE ${parentField} != null`) };
    yield {
        asks: [parent],
        work: query(`SELECT Id FROM ${CHILD} WHERE Firm__r.${parentField} LIKE 'text%'`)
    };
    yield { asks: [parent], work: query(`SELECT Id FROM ${PARENT} ORDER BY ${parentField}`) };
    yield {
        asks: [parent],
        work: query(`SELECT ${parentField}, COUNT(Id) n FROM ${PARENT} GROUP BY ${parentField}`)
    };
    yield {
        asks: [parent],
        work: query(
            `SELECT Id FROM ${CHILD} WHERE Firm__c IN (SELECT Id FROM ${PARENT} WHERE ${parentField} != null)`
        )
    };
}

describe('a field without read right', () => {
    it('never appears in any answer, and every field with it does', () => {
        const field = fc.constantFrom(...FIELDS);
        fc.assert(
            fc.property(fc.subarray(paths), field, field, (readable, parentField, childField) => {
                const sets = ['Objects', ...readable.map(setName)];
                const user = createUser(test.system, 'Minimum Access - Salesforce', sets);
                const session = test.org.session(user);
                const hidden = paths.filter((path) => !readable.includes(path));
                for (const { asks, work } of questions(session, parentField, childField)) {
                    const { text, refused } = answer(work);
                    for (const path of hidden) {
                        if (text.includes(marker(path))) return false;
                    }
                    if (refused !== asks.some((path) => hidden.includes(path))) return false;
                }
                const described = session.describe(PARENT).fields as { name: string }[];
                for (const path of paths.filter((one) => one.startsWith(PARENT))) {
                    const shown = described.some(({ name }) => path === `${PARENT}.${name}`);
                    if (shown !== readable.includes(path)) return false;
                }
                const own = JSON.stringify(session.retrieve(PARENT, firm));
                return readable
                    .filter((path) => path.startsWith(PARENT))
                    .every((path) => own.includes(marker(path)));
            }),
            { numRuns: 60 }
        );
    });

    it('cannot be written either, nor one that is only readable', () => {
        fc.assert(
            fc.property(fc.subarray(paths), fc.constantFrom(...FIELDS), (readable, name) => {
                const sets = ['Objects', ...readable.map(setName)];
                const user = createUser(test.system, 'Minimum Access - Salesforce', sets);
                const session = test.org.session(user);
                const code = readable.includes(`${PARENT}.${name}`)
                    ? 'INVALID_FIELD_FOR_INSERT_UPDATE'
                    : 'INVALID_FIELD';
                const values = { [name]: 'changed' };
                const codes = [
                    tryUpdate(session, PARENT, firm, values),
                    tryCreate(session, PARENT, { Name: 'x', ...values })
                ].map(({ errors }) => errors[0]?.statusCode);
                expect(codes).toEqual([code, code]);
                expect(test.system.retrieve(PARENT, firm)[name]).toBe(marker(`${PARENT}.${name}`));
            }),
            { numRuns: 30 }
        );
    });
});

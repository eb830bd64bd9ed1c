/**
 * The words the rooms of the embedded org share: the schema as the engine reads it from the
 * package's metadata, rows as the REST API shows them, and the session through which everything
 * is done in the name of one user.
 */

/** A value as the REST API shows it. Dates are `YYYY-MM-DD`, datetimes `YYYY-MM-DDTHH:mm:ss.SSS+0000`, times `HH:mm:ss.SSSZ`. */
export type Value = string | number | boolean | null;

/** Field values by API name, spelled as in the schema. */
export type Values = Readonly<Record<string, unknown>>;

/** One record in an answer, with `attributes` and nested parent records. */
export interface OrgRecord {
    attributes: { type: string; url: string };
    [field: string]: unknown;
}

export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'boolean'
    | 'picklist'
    | 'multipicklist'
    | 'reference'
    | 'double'
    | 'int'
    | 'currency'
    | 'percent'
    | 'date'
    | 'datetime'
    | 'time'
    | 'phone'
    | 'email'
    | 'url'
    | 'address'
    | 'anyType';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
    readonly isDefault: boolean;
    readonly active: boolean;
}

export interface FieldSchema {
    readonly apiName: string;
    readonly label: string;
    readonly type: FieldType;
    readonly custom: boolean;
    /** Characters, for texts. */
    readonly length?: number;
    readonly precision?: number;
    readonly scale?: number;
    /** Refused when blank on create and update. */
    readonly required: boolean;
    readonly unique: boolean;
    readonly caseSensitive: boolean;
    readonly externalId: boolean;
    readonly autoNumberFormat?: string;
    readonly picklistValues?: readonly PicklistValue[];
    readonly restrictedPicklist: boolean;
    /** Objects a reference may point to. */
    readonly referenceTo: readonly string[];
    /** Name of the parent relationship, e.g. `Callback_Number__r`, `Owner`. */
    readonly relationshipName?: string;
    /** Name of the relationship seen from the parent, e.g. `Assignments__r`, `Contacts`. */
    readonly childRelationshipName?: string;
    readonly masterDetail: boolean;
    /** Whoever may read the master may write the detail. */
    readonly writeRequiresMasterRead?: boolean;
    readonly onParentDelete?: 'setNull' | 'restrict' | 'cascade';
    /** Formula for the default, as in the metadata. */
    readonly defaultValue?: string;
    /** System fields (Id, CreatedDate, …) are neither. */
    readonly createable: boolean;
    readonly updateable: boolean;
    /** The field that names the record: Name, CaseNumber. */
    readonly nameField?: boolean;
    /** May stand for the record where no external id does: Username, Contact.Email. */
    readonly idLookup?: boolean;
    /** The field this one is a part of: MailingCity of MailingAddress, LastName of Name. */
    readonly compoundField?: string;
    /** Shows a field of the parent: ContactPhone of a case is the Phone of its contact. */
    readonly copyOf?: { readonly reference: string; readonly field: string };
    /** Hidden until a profile or permission set shows it; all others follow the object's right. */
    readonly permissionable?: boolean;
    readonly helpText?: string;
}

export interface ValidationRule {
    readonly name: string;
    readonly formula: string;
    readonly message: string;
    readonly field?: string;
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

export interface ObjectSchema {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string;
    readonly custom: boolean;
    readonly sharingModel: SharingModel;
    /** By API name in lower case; Salesforce ignores the case of names. */
    readonly fields: ReadonlyMap<string, FieldSchema>;
    readonly validationRules: readonly ValidationRule[];
}

export interface OrgSchema {
    /** By API name in lower case. */
    readonly objects: ReadonlyMap<string, ObjectSchema>;
    object(apiName: string): ObjectSchema | undefined;
    objectOfId(id: string): ObjectSchema | undefined;
}

/** What Salesforce answers in `[{message, errorCode, fields}]` and in collection results. */
export interface OrgErrorDetail {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
}

/** One row's outcome in a collection answer. */
export interface SaveResult {
    readonly id?: string;
    readonly success: boolean;
    readonly created?: boolean;
    readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
}

export type SaveOperation =
    | { readonly kind: 'create'; readonly object: string; readonly values: Values }
    | {
          readonly kind: 'update';
          readonly object: string;
          readonly id: string;
          readonly values: Values;
      }
    | {
          readonly kind: 'upsert';
          readonly object: string;
          readonly externalIdField: string;
          readonly externalId: string;
          readonly values: Values;
      }
    | { readonly kind: 'delete'; readonly id: string };

export interface QueryPage {
    readonly totalSize: number;
    readonly done: boolean;
    /** Locator of the next page, as in `/query/<locator>`: `01g…-2000`. */
    readonly nextLocator?: string;
    readonly records: readonly OrgRecord[];
}

/** The org in the name of one user: object, field and sharing rights hold for every call. */
export interface OrgSession {
    readonly userId: string;
    /** Up to `batchSize` records (200 to 2,000, default 2,000). @throws OrgError MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, … */
    query(soql: string, batchSize?: number): QueryPage;
    /** So many records of an answer from a place on, however far; the query has no LIMIT of its own. */
    querySpan(
        soql: string,
        span: { readonly offset: number; readonly limit: number }
    ): readonly OrgRecord[];
    /** @throws OrgError INVALID_QUERY_LOCATOR */
    queryMore(locator: string): QueryPage;
    retrieve(object: string, id: string, fields?: readonly string[]): OrgRecord;
    retrieveByExternalId(object: string, field: string, value: string): OrgRecord;
    /**
     * All rows in one transaction; with `allOrNone` one bad row undoes all. Never throws for a bad
     * row: its codes are Salesforce's, NOT_FOUND for an id that never was, ENTITY_IS_DELETED for
     * one that is no more, DUPLICATE_EXTERNAL_ID (status 300) for an upsert that fits several.
     */
    save(operations: readonly SaveOperation[], options: { allOrNone: boolean }): SaveResult[];
    describeGlobal(): Record<string, unknown>;
    describe(object: string): Record<string, unknown>;
    /** Names of the custom permissions that the user has. */
    customPermissions(): readonly string[];
}

/** The org itself: one SQLite file, opened by one process. */
export interface OrgEngine {
    readonly schema: OrgSchema;
    readonly organizationId: string;
    /** @throws OrgError INVALID_SESSION_ID for an unknown or inactive user */
    session(userId: string): OrgSession;
    /** Rights of nobody in particular: for seeding and for the sign-in pages. */
    systemSession(): OrgSession;
    /** Several calls as one: what `work` saved is undone when it throws, and told to listeners only when it returns. */
    transaction<T>(work: () => T): T;
    /** Called after every committed change with the ids that changed; the seam for change events. */
    onCommit(listener: (change: CommittedChange) => void): () => void;
    close(): void;
}

export interface CommittedChange {
    readonly kind: 'create' | 'update' | 'delete';
    readonly object: string;
    readonly ids: readonly string[];
    readonly userId: string;
}

import { askGraphql, type ObjectInfo, type OrgRecord } from 'shell/org';

/**
 * Service. Which fields of an object are shown where, among those that the user may read. It stands
 * in for list views, compact layouts and page layouts, which the local org does not have.
 */

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
    Account: ['Name', 'Industry', 'Phone', 'BillingCity', 'BillingCountry'],
    Case: ['CaseNumber', 'Subject', 'ContactId', 'Status', 'Priority', 'SuppliedPhone'],
    Contact: ['Name', 'AccountId', 'Title', 'Phone', 'MobilePhone', 'MailingCity'],
    Lead: ['Name', 'Company', 'Status', 'Phone', 'MobilePhone', 'Country'],
    User: ['Name', 'Username', 'Email', 'Phone']
};

const DETAILS: Readonly<Record<string, readonly string[]>> = {
    Account: [
        'Name',
        'ParentId',
        'Industry',
        'Type',
        'Phone',
        'Fax',
        'Website',
        'BillingStreet',
        'BillingCity',
        'BillingPostalCode',
        'BillingCountry',
        'OwnerId'
    ],
    Case: [
        'CaseNumber',
        'Subject',
        'Status',
        'Priority',
        'Origin',
        'ContactId',
        'AccountId',
        'SuppliedName',
        'SuppliedPhone',
        'Description',
        'OwnerId'
    ],
    Contact: [
        'Name',
        'AccountId',
        'Title',
        'Department',
        'Phone',
        'MobilePhone',
        'HomePhone',
        'OtherPhone',
        'Email',
        'LeadSource',
        'MailingStreet',
        'MailingCity',
        'MailingPostalCode',
        'MailingCountry',
        'DoNotCall',
        'OwnerId'
    ],
    Lead: [
        'Name',
        'Company',
        'Title',
        'Status',
        'LeadSource',
        'Phone',
        'MobilePhone',
        'Email',
        'Street',
        'City',
        'PostalCode',
        'Country',
        'DoNotCall',
        'OwnerId'
    ]
};

const MOST_COLUMNS = 6;

/** Parents without a field `Name`. */
const NAMELESS = ['Case'];

/** One field as it is shown. */
export interface Column {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    /** `Account.Name`, where the field refers to a record. */
    readonly parent?: string;
    readonly parentObject?: string;
}

export interface Row {
    readonly id: string;
    readonly cells: Readonly<Record<string, Cell>>;
}

export interface Cell {
    readonly text: string;
    /** The record that is referred to. */
    readonly recordId?: string;
    readonly value: unknown;
}

export function columnsOf(info: ObjectInfo): readonly Column[] {
    return toColumns(info, COLUMNS[info.apiName] ?? ownFields(info)).slice(0, MOST_COLUMNS);
}

export function detailsOf(info: ObjectInfo): readonly Column[] {
    return toColumns(info, DETAILS[info.apiName] ?? [...ownFields(info), 'OwnerId']);
}

function ownFields({ nameFields, fields }: ObjectInfo): string[] {
    const custom = Object.values(fields).filter((field) => field.custom);
    return [...nameFields.slice(0, 1), ...custom.map(({ apiName }) => apiName)];
}

function toColumns({ fields }: ObjectInfo, names: readonly string[]): Column[] {
    return names
        .map((name) => fields[name])
        .filter((field) => field !== undefined)
        .map(({ apiName, label, dataType, relationshipName, referenceToInfos }) => {
            const parentObject = referenceToInfos[0]?.apiName;
            const isNamed = relationshipName && parentObject && !NAMELESS.includes(parentObject);
            return {
                apiName,
                label: dataType === 'Reference' ? label.replace(/ ID$/, '') : label,
                dataType,
                ...(isNamed && { parent: relationshipName, parentObject })
            };
        });
}

/** For `optionalFields` of a record. */
export function fieldsToRead(object: string, columns: readonly Column[]): string[] {
    return columns.flatMap(({ apiName, parent }) => [
        `${object}.${apiName}`,
        ...(parent ? [`${object}.${parent}.Name`] : [])
    ]);
}

export function rowOf(record: OrgRecord, columns: readonly Column[]): Row {
    return toRow(record.id, record.fields, columns, (field) => {
        const parent = field as { value?: { fields?: Record<string, Shown> } | null } | undefined;
        return parent?.value?.fields?.Name;
    });
}

interface Shown {
    readonly value?: unknown;
    readonly displayValue?: string | null;
}

type Nodes = Readonly<Record<string, unknown>>;

export interface RowPage {
    readonly rows: readonly Row[];
    readonly total: number;
    /** For the next page; absent on the last. */
    readonly after?: string;
}

function selectionOf({ apiName, parent }: Column): string {
    const field = `${apiName} { value displayValue }`;
    return parent ? `${field} ${parent} { Name { value } }` : field;
}

/** A page of the records the user may see, by name. @throws OrgRefusal */
export async function readRows(
    info: ObjectInfo,
    columns: readonly Column[],
    after?: string
): Promise<RowPage> {
    const selection = columns.map(selectionOf);
    const data = await askGraphql<{
        uiapi: {
            query: Record<
                string,
                {
                    edges: readonly { node: Nodes & { Id: string } }[];
                    totalCount: number;
                    pageInfo: { hasNextPage: boolean; endCursor: string };
                }
            >;
        };
    }>(
        `query Rows($after: String) { uiapi { query { ${info.apiName}(first: 50, after: $after,
        orderBy: { ${info.nameFields[0] ?? 'Id'}: { order: ASC } }) {
            edges { node { Id ${selection.join(' ')} } }
            totalCount pageInfo { hasNextPage endCursor } } } } }`,
        { after }
    );
    const { edges, totalCount, pageInfo } = data.uiapi.query[info.apiName]!;
    return {
        rows: edges.map(({ node }) =>
            toRow(node.Id, node, columns, (parent) => (parent as { Name?: Shown } | null)?.Name)
        ),
        total: totalCount,
        ...(pageInfo.hasNextPage && { after: pageInfo.endCursor })
    };
}

function toRow(
    id: string,
    fields: Nodes,
    columns: readonly Column[],
    nameOf: (parent: unknown) => Shown | undefined
): Row {
    return {
        id,
        cells: Object.fromEntries(
            columns.map(({ apiName, parent }) => {
                const field = fields[apiName] as Shown | undefined;
                const shown = parent ? (nameOf(fields[parent]) ?? field) : field;
                const isParent = parent && typeof field?.value === 'string';
                return [
                    apiName,
                    {
                        text: textOf(shown),
                        value: field?.value,
                        ...(isParent && { recordId: String(field.value) })
                    }
                ];
            })
        )
    };
}

function textOf(shown: Shown | undefined): string {
    return String(shown?.displayValue ?? shown?.value ?? '');
}

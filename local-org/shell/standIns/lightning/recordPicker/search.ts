/** Service. What the record picker asks: GraphQL for its attributes. Pure. */

/** `Name`, `Account.Name`, `Owner__r.Email` */
type FieldPath = string;

export interface DisplayInfo {
    readonly primaryField?: FieldPath;
    readonly additionalFields?: readonly FieldPath[];
}

export interface MatchingField {
    readonly fieldPath: FieldPath;
    readonly mode?: 'contains' | 'startsWith';
}

export interface MatchingInfo {
    readonly primaryField?: MatchingField;
    readonly additionalFields?: readonly MatchingField[];
}

export interface Criterion {
    readonly fieldPath: FieldPath;
    readonly operator: string;
    readonly value: unknown;
}

export interface Filter {
    readonly criteria: readonly Criterion[];
    /** `1 AND (2 OR NOT 3)`; all of them unless given. */
    readonly filterLogic?: string;
}

export type Condition = Readonly<Record<string, unknown>>;

export interface Wanted {
    readonly objectApiName: string;
    readonly display: { readonly primary: FieldPath; readonly additional: readonly FieldPath[] };
    readonly where: Condition;
    readonly first: number;
}

/** @throws Error for a name that is none */
export function searchQuery({ objectApiName, display, where, first }: Wanted): {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
} {
    const object = nameOf(objectApiName);
    const fields = [...new Set([display.primary, ...display.additional])]
        .map((path) => nested(path, '{ value displayValue }'))
        .join(' ');
    const order = nested(display.primary, ': { order: ASC }', ':');
    return {
        query: `query recordPicker($where: ${object}_Filter, $first: Int) { uiapi { query { ${object}(
            first: $first, where: $where, orderBy: { ${order} }
        ) { edges { node { Id ${fields} } } } } } }`,
        variables: { where, first }
    };
}

/** The records whose fields match what was typed and that the filter lets pass. */
export function matching(
    term: string,
    fields: readonly MatchingField[],
    filter: Filter | undefined
): Condition {
    const typed = term.trim();
    const matches = fields.map(({ fieldPath, mode }) => {
        const pattern = `${mode === 'startsWith' ? '' : '%'}${likeText(typed)}%`;
        return conditionOn(fieldPath, { like: pattern });
    });
    return {
        and: [
            ...(typed === '' ? [] : [{ or: matches }]),
            ...(filter && filter.criteria.length > 0 ? [filterCondition(filter)] : [])
        ]
    };
}

export function filterCondition({ criteria, filterLogic }: Filter): Condition {
    const conditions = criteria.map(({ fieldPath, operator, value }) =>
        conditionOn(fieldPath, { [operator]: value })
    );
    return filterLogic ? combined(filterLogic, conditions) : { and: conditions };
}

/** Signs that stand for others in a pattern stand for themselves. */
function likeText(text: string): string {
    return text.replace(/[\\%_]/g, '\\$&');
}

function conditionOn(path: FieldPath, operators: Condition): Condition {
    return path
        .split('.')
        .reduceRight<Condition>((inner, name) => ({ [nameOf(name)]: inner }), operators);
}

function nested(path: FieldPath, leaf: string, joint = ''): string {
    const [last, ...above] = path.split('.').reverse().map(nameOf);
    return above.reduce((inner, name) => `${name}${joint} { ${inner} }`, `${last} ${leaf}`);
}

function nameOf(name: string): string {
    if (!/^\w+$/.test(name)) throw new Error(`lightning-record-picker: ${name} is no name.`);
    return name;
}

/** NOT before AND before OR, as the documentation has it. */
function combined(logic: string, conditions: readonly Condition[]): Condition {
    const words = logic.toUpperCase().match(/\(|\)|\d+|[A-Z]+|\S/g) ?? [];
    const wrong = () => new Error(`lightning-record-picker: the filterLogic "${logic}" is wrong.`);
    const take = (word: string): boolean => {
        const isNext = words[0] === word;
        if (isNext) words.shift();
        return isNext;
    };
    const chain = (word: string, key: string, part: () => Condition): Condition => {
        const parts = [part()];
        while (take(word)) parts.push(part());
        return parts.length > 1 ? { [key]: parts } : parts[0]!;
    };
    const any = (): Condition => chain('OR', 'or', () => chain('AND', 'and', one));
    const one = (): Condition => {
        if (take('NOT')) return { not: one() };
        if (take('(')) {
            const inner = any();
            if (!take(')')) throw wrong();
            return inner;
        }
        const condition = conditions[Number(words.shift()) - 1];
        if (!condition) throw wrong();
        return condition;
    };
    const all = any();
    if (words.length > 0) throw wrong();
    return all;
}

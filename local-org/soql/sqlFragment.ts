/** What may be bound to a parameter. */
export type SqlValue = string | number | null;

/** A piece of SQL with the values of its `?`, in their order. Values are only ever bound. */
export interface Sql {
    readonly sql: string;
    readonly params: readonly SqlValue[];
}

export const NOTHING: Sql = { sql: '', params: [] };

export function sql(text: string, ...params: readonly SqlValue[]): Sql {
    return { sql: text, params };
}

/** Pieces one after another, empty ones left out. */
export function joined(pieces: readonly Sql[], separator: string): Sql {
    const present = pieces.filter((piece) => piece.sql !== '');
    return {
        sql: present.map((piece) => piece.sql).join(separator),
        params: present.flatMap((piece) => piece.params)
    };
}

/**
 * Conditions under one AND or OR, as a balanced tree: SQLite refuses expressions more than 1,000
 * deep, and a chain of conditions is as deep as it is long.
 */
export function combined(conditions: readonly Sql[], operator: 'AND' | 'OR'): Sql {
    if (conditions.length <= 1) return conditions[0] ?? NOTHING;
    const text = (from: number, to: number): string => {
        if (to - from === 1) return conditions[from].sql;
        const middle = (from + to) >> 1;
        return `(${text(from, middle)} ${operator} ${text(middle, to)})`;
    };
    return {
        sql: text(0, conditions.length),
        params: conditions.flatMap((condition) => condition.params)
    };
}

/** SOQL knows only true and false: what SQL cannot say of a null counts as false, its NOT as true. */
export function negated({ sql: condition, params }: Sql): Sql {
    return { sql: `NOT ifnull(${condition}, 0)`, params };
}

/** A name of the schema as an identifier; tables and columns are called by API names in lower case. */
export function quoted(name: string): string {
    return `"${name.toLowerCase().replaceAll('"', '""')}"`;
}

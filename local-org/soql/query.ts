/** A SOQL query that has been read. `at` is always an offset in its text, for messages. */

export interface Query {
    readonly select: readonly SelectItem[];
    /** An object, or in a child query the name of the relationship. */
    readonly from: { readonly name: string; readonly alias?: string; readonly at: number };
    readonly scope?: string;
    readonly where?: Condition;
    readonly groupBy: readonly Operand[];
    readonly having?: Condition;
    readonly orderBy: readonly Ordering[];
    readonly limit?: number;
    readonly offset?: number;
    /** Asked by the UI API, which reaches further than OFFSET may. */
    readonly anyOffset?: boolean;
    readonly at: number;
}

export type SelectItem =
    | { readonly kind: 'field'; readonly path: Path; readonly alias?: string }
    | { readonly kind: 'function'; readonly call: FunctionCall; readonly alias?: string }
    | { readonly kind: 'fields'; readonly which: FieldsGroup }
    | { readonly kind: 'children'; readonly query: Query }
    | { readonly kind: 'typeof'; readonly at: number };

export type FieldsGroup = 'ALL' | 'STANDARD' | 'CUSTOM';

/** `Name`, `Account.Owner.Name`, `c.Name` */
export interface Path {
    readonly kind: 'path';
    readonly names: readonly string[];
    readonly text: string;
    readonly at: number;
}

export interface FunctionCall {
    readonly kind: 'call';
    /** In capitals. */
    readonly name: string;
    readonly args: readonly Operand[];
    readonly text: string;
    readonly at: number;
}

export type Operand = Path | FunctionCall;

export type Condition =
    | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] }
    | { readonly kind: 'not'; readonly condition: Condition }
    | Comparison;

export interface Comparison {
    readonly kind: 'comparison';
    readonly operand: Operand;
    readonly operator: ComparisonOperator;
    /** One, or for IN, NOT IN, INCLUDES and EXCLUDES at least one. */
    readonly values: readonly Literal[];
    /** Instead of values: IN and NOT IN. */
    readonly subquery?: Query;
}

export type ComparisonOperator = ValueOperator | ListOperator;
export type ValueOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';
export type ListOperator = 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Literal =
    /** `raw` is what stands between the quotes. */
    | { readonly kind: 'text'; readonly raw: string }
    | { readonly kind: 'time' | 'date' | 'datetime' | 'currency'; readonly text: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    /** `TODAY`, `LAST_N_DAYS:7`; the name in capitals. */
    | { readonly kind: 'range'; readonly name: string; readonly count: number };

export interface Ordering {
    readonly operand: Operand;
    readonly descending: boolean;
    readonly nullsLast: boolean;
}

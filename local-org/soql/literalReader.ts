import type { FunctionExp, LiteralType, Query as ParsedQuery } from '@jetstreamapp/soql-parser-js';
import type { Literal } from './query.ts';
import { malformed } from './queryError.ts';
import type { ScannedQuery } from './scan.ts';

/** A comparison as the library gives it, whichever of its types it is. */
export interface ParsedComparison {
    field?: string;
    fn?: FunctionExp;
    operator: string;
    value?: string | string[];
    valueQuery?: ParsedQuery;
    literalType?: LiteralType | LiteralType[];
}

export function literalsOf(comparison: ParsedComparison, scanned: ScannedQuery): Literal[] {
    const { value, literalType } = comparison;
    const values = Array.isArray(value) ? value : [value!];
    return values.map((one, index) =>
        literalOf(one, Array.isArray(literalType) ? literalType[index] : literalType!, scanned)
    );
}

function literalOf(text: string, type: LiteralType, { literals }: ScannedQuery): Literal {
    switch (type) {
        case 'STRING': {
            // The number the scanner put in the place of the literal.
            const { kind, raw } = literals[Number(text.slice(1, -1))];
            return kind === 'text' ? { kind, raw } : { kind, text: raw };
        }
        case 'INTEGER':
        case 'DECIMAL':
            return { kind: 'number', value: Number(text) };
        case 'INTEGER_WITH_CURRENCY_PREFIX':
        case 'DECIMAL_WITH_CURRENCY_PREFIX':
            return { kind: 'currency', text };
        case 'BOOLEAN':
            return { kind: 'boolean', value: text.toUpperCase() === 'TRUE' };
        case 'NULL':
            return { kind: 'null' };
        case 'DATETIME':
            return { kind: 'datetime', text };
        case 'DATE':
            return { kind: 'date', text };
        case 'DATE_LITERAL':
        case 'DATE_N_LITERAL': {
            const [name, count = '0'] = text.toUpperCase().split(':');
            return { kind: 'range', name, count: Number(count) };
        }
        case 'SUBQUERY':
        case 'APEX_BIND_VARIABLE':
            throw malformed('Bind variables only allowed in Apex code');
    }
}

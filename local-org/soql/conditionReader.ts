import type {
    FunctionExp,
    HavingClause,
    Query as ParsedQuery,
    WhereClause
} from '@jetstreamapp/soql-parser-js';
import { errorAt, malformed, tooComplicated } from './queryError.ts';
import type {
    Comparison,
    ComparisonOperator,
    Condition,
    ListOperator,
    Operand,
    Query
} from './query.ts';
import { literalsOf, type ParsedComparison } from './literalReader.ts';
import type { ScannedQuery } from './scan.ts';
import type { WordCursor } from './wordCursor.ts';

/** Conditions nested in parentheses and NOT. */
const DEEPEST_NESTING = 100;

const LIST_OPERATORS: readonly string[] = [
    'IN',
    'NOT IN',
    'INCLUDES',
    'EXCLUDES'
] satisfies ListOperator[];

type Part =
    | { readonly kind: '(' | ')' }
    | { readonly kind: 'not' }
    | { readonly kind: 'and' | 'or'; readonly at: number }
    | Comparison;

interface Readers {
    operand(operand: string | FunctionExp): Operand;
    query(query: ParsedQuery): Query;
}

/** A link of the library's list of conditions, whichever of its types it is. */
interface Link {
    left?: (Partial<ParsedComparison> & { openParen?: number; closeParen?: number }) | null;
    operator?: string;
    right?: Link;
}

/**
 * The library gives conditions as one flat list with numbers of parentheses; this makes the tree
 * of it. Mixing AND and OR without parentheses is refused, as Salesforce does.
 */
export class ConditionReader {
    readonly #scanned: ScannedQuery;
    readonly #cursor: WordCursor;
    readonly #readers: Readers;
    #operators = 0;

    constructor(scanned: ScannedQuery, cursor: WordCursor, readers: Readers) {
        this.#scanned = scanned;
        this.#cursor = cursor;
        this.#readers = readers;
    }

    condition(clause: WhereClause | HavingClause): Condition {
        const parts = this.#partsOf(clause as Link);
        let next = 0;

        const group = (depth: number): Condition => {
            if (depth > DEEPEST_NESTING) throw tooComplicated();
            const conditions = [term(depth)];
            let joinedBy: 'and' | 'or' | undefined;
            for (let part = parts[next]; part && part.kind !== ')'; part = parts[next]) {
                // Two conditions with nothing between them are no news to the library.
                if (part.kind !== 'and' && part.kind !== 'or') throw unreadable();
                if (joinedBy && joinedBy !== part.kind) {
                    const message = `unexpected token: '${part.kind.toUpperCase()}'`;
                    throw errorAt(this.#scanned.soql, part.at, 'MALFORMED_QUERY', message);
                }
                joinedBy = part.kind;
                next += 1;
                conditions.push(term(depth));
            }
            if (conditions.length === 1) return conditions[0];
            return { kind: joinedBy === 'or' ? 'any' : 'all', conditions };
        };

        const term = (depth: number): Condition => {
            const part = parts[next];
            next += 1;
            switch (part?.kind) {
                case 'comparison':
                    return part;
                case 'not':
                    if (depth > DEEPEST_NESTING) throw tooComplicated();
                    return { kind: 'not', condition: term(depth + 1) };
                case '(': {
                    const inner = group(depth + 1);
                    if (parts[next]?.kind !== ')') throw unreadable();
                    next += 1;
                    return inner;
                }
                default:
                    throw unreadable();
            }
        };

        const condition = group(0);
        if (next < parts.length) throw unreadable();
        return condition;
    }

    /**
     * The library loses an AND or OR before the first condition, a NOT in HAVING and the third NOT
     * of a row: a query it has not read to the letter is refused rather than answered wrongly.
     */
    refuseLostOperators(): void {
        const words = this.#scanned.words.map((word) => word.text.toUpperCase());
        const written = words.filter(
            (word, index) =>
                word === 'AND' || word === 'OR' || (word === 'NOT' && words[index + 1] !== 'IN')
        );
        if (written.length !== this.#operators) throw unreadable();
    }

    #partsOf(clause: Link): Part[] {
        const parts: Part[] = [];
        for (let link: Link | undefined = clause; link; link = link.right) {
            const { left, operator, right } = link;
            for (let open = left?.openParen ?? 0; open > 0; open -= 1) parts.push({ kind: '(' });
            if (operator === 'NOT') {
                // `A = 1 NOT B = 2` comes as a NOT with a comparison to its left.
                if (left?.operator) throw unreadable();
                this.#operators += 1;
                this.#cursor.pass('NOT');
                parts.push({ kind: 'not' });
                continue;
            }
            if (!left?.operator) throw unreadable();
            parts.push(this.#comparison(left as ParsedComparison));
            for (let close = left.closeParen ?? 0; close > 0; close -= 1) parts.push({ kind: ')' });
            if (right && (operator === 'AND' || operator === 'OR')) {
                this.#operators += 1;
                const kind = operator === 'AND' ? 'and' : 'or';
                parts.push({ kind, at: this.#cursor.pass(operator) });
            }
        }
        return parts;
    }

    #comparison(parsed: ParsedComparison): Comparison {
        const operand = this.#readers.operand(parsed.field ?? parsed.fn!);
        const written = parsed.operator.toUpperCase();
        const operator = (written === '<>' ? '!=' : written) as ComparisonOperator;
        const subquery = parsed.valueQuery && this.#readers.query(parsed.valueQuery);
        if (!subquery && Array.isArray(parsed.value) !== LIST_OPERATORS.includes(operator)) {
            throw unreadable();
        }
        return {
            kind: 'comparison',
            operand,
            operator,
            values: subquery ? [] : literalsOf(parsed, this.#scanned),
            ...(subquery && { subquery })
        };
    }
}

function unreadable(): Error {
    return malformed('unexpected token in the conditions of the query');
}

import {
    parseQuery,
    type FieldFunctionExpression,
    type FieldType,
    type FunctionExp,
    type Query as ParsedQuery,
    type Subquery as ParsedSubquery
} from '@jetstreamapp/soql-parser-js';
import { ConditionReader } from './conditionReader.ts';
import { malformed, tooComplicated } from './queryError.ts';
import type { FieldsGroup, FunctionCall, Operand, Path, Query, SelectItem } from './query.ts';
import { scanSoql, type ScannedQuery } from './scan.ts';
import { syntaxError } from './syntaxError.ts';
import { WordCursor } from './wordCursor.ts';

export const MAX_QUERY_LENGTH = 100_000;
/** Child queries and semi-joins together; Salesforce allows fewer. */
const MAX_QUERIES = 60;

type AnyQuery = ParsedQuery | ParsedSubquery;

/**
 * Reads a query with soql-parser-js, which sees neither literals nor uneven spaces (`scan.ts`), and
 * brings its answer into the form of `query.ts`: with places in the text, conditions as a tree,
 * literals by type. What the library is known to drop without a word is refused here.
 * @throws OrgError MALFORMED_QUERY, QUERY_TOO_COMPLICATED
 */
export function parseSoql(soql: string): Query {
    if (soql.length > MAX_QUERY_LENGTH) {
        throw malformed(`SOQL statements cannot be longer than ${MAX_QUERY_LENGTH} characters.`);
    }
    const scanned = scanSoql(soql);
    const queries = scanned.words.filter((word) => word.text.toUpperCase() === 'SELECT').length;
    if (queries > MAX_QUERIES) throw tooComplicated();
    let parsed: ParsedQuery;
    try {
        parsed = parseQuery(scanned.numbered);
    } catch (error) {
        throw syntaxError(scanned, error);
    }
    const reader = new QueryReader(scanned);
    const query = reader.query(parsed);
    reader.conditions.refuseLostOperators();
    return query;
}

/** Walks the parsed query in the order of the text, so that the cursor finds every name's place. */
class QueryReader {
    readonly conditions: ConditionReader;
    readonly #cursor: WordCursor;

    constructor(scanned: ScannedQuery) {
        this.#cursor = new WordCursor(scanned.words);
        this.conditions = new ConditionReader(scanned, this.#cursor, {
            operand: (operand) => this.#operand(operand),
            query: (query) => this.query(query)
        });
    }

    query(parsed: AnyQuery): Query {
        refuseUnsupported(parsed);
        const at = this.#cursor.pass('SELECT');
        const select = parsed.fields!.map((field) => this.#selectItem(field));
        this.#cursor.pass('FROM');
        const name = 'relationshipName' in parsed ? parsed.relationshipName : parsed.sObject!;
        const from = {
            name,
            at: this.#cursor.passEnding(name),
            ...(parsed.sObjectAlias && { alias: parsed.sObjectAlias })
        };
        const where = parsed.where && this.conditions.condition(parsed.where);
        const groupBy = listOf(parsed.groupBy).map((group) => {
            return this.#operand('field' in group ? group.field : group.fn);
        });
        const having = parsed.having && this.conditions.condition(parsed.having);
        const orderBy = listOf(parsed.orderBy).map((ordering) => ({
            operand: this.#operand('field' in ordering ? ordering.field : ordering.fn),
            descending: ordering.order === 'DESC',
            nullsLast: ordering.nulls === 'LAST'
        }));
        return {
            select,
            from,
            groupBy,
            orderBy,
            at,
            ...(where && { where }),
            ...(having && { having }),
            ...(parsed.usingScope && { scope: parsed.usingScope.toLowerCase() }),
            ...(parsed.limit !== undefined && { limit: parsed.limit }),
            ...(parsed.offset !== undefined && { offset: parsed.offset })
        };
    }

    #selectItem(field: FieldType): SelectItem {
        const alias = 'alias' in field && field.alias ? { alias: field.alias } : {};
        switch (field.type) {
            case 'Field':
                // A field of the object by its alias, `c.Name`, keeps what was written in rawValue.
                return {
                    kind: 'field',
                    path: this.#path('rawValue' in field ? field.rawValue : field.field),
                    ...alias
                };
            case 'FieldRelationship':
                return { kind: 'field', path: this.#path(field.rawValue!), ...alias };
            case 'FieldFunctionExpression':
                return this.#functionItem(field, alias);
            case 'FieldSubquery':
                return { kind: 'children', query: this.query(field.subquery) };
            case 'FieldTypeof':
                return { kind: 'typeof', at: this.#cursor.pass('TYPEOF') };
        }
    }

    #functionItem(field: FieldFunctionExpression, alias: { alias?: string }): SelectItem {
        if (field.functionName === 'FIELDS') {
            this.#cursor.pass('FIELDS');
            const which = String(field.parameters[0]).toUpperCase() as FieldsGroup;
            return { kind: 'fields', which };
        }
        return { kind: 'function', call: this.#call(field), ...alias };
    }

    #operand(operand: string | FunctionExp): Operand {
        return typeof operand === 'string' ? this.#path(operand) : this.#call(operand);
    }

    #path(text: string): Path {
        return { kind: 'path', names: text.split('.'), text, at: this.#cursor.pass(text) };
    }

    #call(call: FunctionExp): FunctionCall {
        const name = call.functionName!;
        const at = this.#cursor.pass(name);
        const args = (call.parameters ?? []).map((argument) => this.#operand(argument));
        return { kind: 'call', name: name.toUpperCase(), args, text: call.rawValue ?? name, at };
    }
}

function refuseUnsupported(query: AnyQuery): void {
    if (query.withDataCategory) throw malformed('WITH DATA CATEGORY is not supported by this org');
}

function listOf<T>(value: T | T[] | undefined): T[] {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value];
}

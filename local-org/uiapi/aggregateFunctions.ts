import { GraphQLEnumType, GraphQLInt, type GraphQLScalarType } from 'graphql';
import type { FieldSchema } from '../engine/types.ts';
import { DateScalar, Double, Long, scalarOf } from './scalars.ts';

/** Which functions a field takes in `aggregate`, and what they give. */

export interface AggregateFunction {
    /** In GraphQL: `countDistinct`. */
    readonly name: string;
    /** In SOQL: `COUNT_DISTINCT`. */
    readonly soql: string;
    readonly result: GraphQLScalarType;
    /** What it gives is shown as in such a field; as in the field itself, where none is named. */
    readonly shownAs?: Pick<FieldSchema, 'type' | 'scale'>;
}

const WHOLE = { type: 'int' } as const;
const MEAN = { type: 'double', scale: 2 } as const;

const DATE_PARTS = {
    calendarMonth: 'CALENDAR_MONTH',
    calendarQuarter: 'CALENDAR_QUARTER',
    calendarYear: 'CALENDAR_YEAR',
    dayInMonth: 'DAY_IN_MONTH',
    dayInWeek: 'DAY_IN_WEEK',
    dayInYear: 'DAY_IN_YEAR',
    fiscalMonth: 'FISCAL_MONTH',
    fiscalQuarter: 'FISCAL_QUARTER',
    fiscalYear: 'FISCAL_YEAR',
    weekInMonth: 'WEEK_IN_MONTH',
    weekInYear: 'WEEK_IN_YEAR'
};

const NUMBERS: ReadonlySet<string> = new Set(['Int', 'Double', 'Currency', 'Percent']);
const COUNTED: ReadonlySet<string> = new Set([
    ...NUMBERS,
    ...['ID', 'String', 'TextArea', 'Picklist', 'PhoneNumber', 'EmailAddress', 'Url'],
    ...['Date', 'DateTime']
]);

export function aggregateFunctions(scalar: GraphQLScalarType): readonly AggregateFunction[] {
    const { name } = scalar;
    if (!COUNTED.has(name)) return [];
    const counts = [
        { name: 'count', soql: 'COUNT', result: Long, shownAs: WHOLE },
        { name: 'countDistinct', soql: 'COUNT_DISTINCT', result: Long, shownAs: WHOLE },
        { name: 'max', soql: 'MAX', result: scalar },
        { name: 'min', soql: 'MIN', result: scalar }
    ];
    if (scalar === GraphQLInt) {
        const mean = { name: 'avg', soql: 'AVG', result: Double, shownAs: MEAN };
        return [...counts, mean, { name: 'sum', soql: 'SUM', result: Long, shownAs: WHOLE }];
    }
    if (NUMBERS.has(name)) {
        const [avg, sum] = [
            { name: 'avg', soql: 'AVG', result: scalar },
            { name: 'sum', soql: 'SUM', result: scalar }
        ];
        return [...counts, avg, sum];
    }
    if (name !== 'Date' && name !== 'DateTime') return counts;
    const parts = Object.entries(DATE_PARTS).map(([part, soql]) => ({
        name: part,
        soql,
        result: Long,
        shownAs: WHOLE
    }));
    if (name === 'Date') return [...counts, ...parts];
    return [
        ...counts,
        ...parts,
        { name: 'dayOnly', soql: 'DAY_ONLY', result: DateScalar, shownAs: { type: 'date' } },
        { name: 'hourInDay', soql: 'HOUR_IN_DAY', result: Long, shownAs: WHOLE }
    ];
}

const enumOf = (name: string, values: readonly string[]) =>
    new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, {}])) });

export const GroupByFunction = enumOf('GroupByFunction', [
    ...Object.values(DATE_PARTS),
    'DAY_ONLY',
    'HOUR_IN_DAY'
]);

const ofTexts = ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN'];
const OrderByTextFunction = enumOf('AggregateOrderByStringFunction', ofTexts);
const OrderByNumberFunction = enumOf('AggregateOrderByNumberFunction', [...ofTexts, 'AVG', 'SUM']);

/** By which functions of a field groups can be ordered; nothing for references and checkboxes. */
export function orderFunctions(field: FieldSchema): GraphQLEnumType | undefined {
    const scalar = scalarOf(field);
    if (!scalar || field.type === 'reference' || !COUNTED.has(scalar.name)) return undefined;
    return NUMBERS.has(scalar.name) ? OrderByNumberFunction : OrderByTextFunction;
}

/** What groups can be made of and asked for. */
export function isAggregated(field: FieldSchema): boolean {
    const scalar = scalarOf(field);
    return scalar !== undefined && !['LongTextArea', 'MultiPicklist'].includes(scalar.name);
}

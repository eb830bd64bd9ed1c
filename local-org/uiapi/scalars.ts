import { GraphQLBoolean, GraphQLError, GraphQLFloat, GraphQLInt, GraphQLScalarType } from 'graphql';
import { GraphQLID, GraphQLString } from 'graphql';
import { Kind, type ValueNode } from 'graphql';
import type { FieldSchema } from '../engine/types.ts';

/** Scalars of the UI API schema by their Salesforce names: a variable must be declared with them. */

const DATE = /^\d{4}-\d\d-\d\d$/;
const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/;
const TIME = /^\d\d:\d\d:\d\d(?:\.\d{1,9})?Z?$/;

function textScalar(name: string, pattern?: RegExp): GraphQLScalarType {
    const read = (value: unknown): string => {
        if (typeof value === 'string' && (!pattern || pattern.test(value))) return value;
        throw new GraphQLError(`${name} cannot represent ${JSON.stringify(value)}`);
    };
    return new GraphQLScalarType({
        name,
        serialize: (value) => value,
        parseValue: read,
        parseLiteral: (node: ValueNode) =>
            read(node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : undefined)
    });
}

function numberScalar(name: string): GraphQLScalarType {
    return new GraphQLScalarType({
        name,
        serialize: (value) => value,
        parseValue: GraphQLFloat.parseValue,
        parseLiteral: GraphQLFloat.parseLiteral
    });
}

export const IdOrRef = textScalar('IdOrRef');

const Currency = numberScalar('Currency');
export const Double = numberScalar('Double');
/** Counts and sums; JavaScript holds them exactly up to 2^53. */
export const Long = numberScalar('Long');
const Percent = numberScalar('Percent');
export const DateScalar = textScalar('Date', DATE);
const DateTime = textScalar('DateTime', DATETIME);
const Time = textScalar('Time', TIME);
const EmailAddress = textScalar('EmailAddress');
const LongTextArea = textScalar('LongTextArea');
const MultiPicklist = textScalar('MultiPicklist');
const PhoneNumber = textScalar('PhoneNumber');
const Picklist = textScalar('Picklist');
const TextArea = textScalar('TextArea');
const Url = textScalar('Url');

/** Nothing for what the UI API shows in parts or not at all: addresses. */
export function scalarOf(field: FieldSchema): GraphQLScalarType | undefined {
    switch (field.type) {
        case 'id':
        case 'reference':
            return GraphQLID;
        case 'string':
            return GraphQLString;
        case 'textarea':
            return (field.length ?? 0) > 255 ? LongTextArea : TextArea;
        case 'boolean':
            return GraphQLBoolean;
        case 'picklist':
            return Picklist;
        case 'multipicklist':
            return MultiPicklist;
        case 'double':
            return Double;
        case 'int':
            return GraphQLInt;
        case 'currency':
            return Currency;
        case 'percent':
            return Percent;
        case 'date':
            return DateScalar;
        case 'datetime':
            return DateTime;
        case 'time':
            return Time;
        case 'phone':
            return PhoneNumber;
        case 'email':
            return EmailAddress;
        case 'url':
            return Url;
        case 'address':
        case 'anyType':
            return undefined;
    }
}

import type { Stored } from '../store/store.ts';
import type { FieldSchema } from '../types.ts';
import {
    invalidEmail,
    notInPicklist,
    outOfRange,
    RowRefused,
    tooLong,
    wrongJson
} from './rowErrors.ts';

/**
 * A JSON value as it is stored in a field: texts trimmed and blank ones null, booleans 0 or 1,
 * numbers rounded to the field's scale, moments in UTC. References are looked at elsewhere.
 * @throws RowRefused in Salesforce's words
 */
export function toStored(field: FieldSchema, value: unknown): Stored {
    if (field.type === 'boolean') return toBoolean(value);
    if (value === null || value === undefined || value === '') return null;
    switch (field.type) {
        case 'double':
        case 'currency':
        case 'percent':
        case 'int':
            return toNumber(field, value);
        case 'date':
            return toDate(value);
        case 'datetime':
            return toDatetime(value);
        case 'time':
            return toTime(value);
        default:
            return toText(field, value);
    }
}

function toBoolean(value: unknown): Stored {
    if (value === true || value === 'true') return 1;
    // A checkbox is never null: leaving it out of a form unticks it.
    if (value === false || value === 'false' || value === null || value === '') return 0;
    throw new RowRefused(wrongJson('boolean', value));
}

function toNumber(field: FieldSchema, value: unknown): Stored {
    const given = typeof value === 'string' ? Number(value.trim() || NaN) : value;
    const kind = field.type === 'int' ? 'int' : 'double';
    if (typeof given !== 'number' || !Number.isFinite(given)) {
        throw new RowRefused(wrongJson(kind, value));
    }
    const { precision = 18, scale = 0 } = field;
    if (kind === 'int' && !Number.isInteger(given)) throw new RowRefused(wrongJson(kind, value));
    const rounded = roundHalfUp(given, scale);
    if (Math.abs(rounded) >= 10 ** (precision - scale)) {
        throw new RowRefused(outOfRange(field, given));
    }
    return rounded;
}

/** By way of the decimal text: 1.005 at two places is 1.01, which multiplying would miss. */
function roundHalfUp(value: number, scale: number): number {
    if (Number.isInteger(value)) return value;
    return Math.sign(value) * shifted(Math.round(shifted(Math.abs(value), scale)), -scale);
}

/** Moves the decimal point. */
function shifted(value: number, places: number): number {
    const [digits, exponent = '0'] = String(value).split('e');
    return Number(`${digits}e${Number(exponent) + places}`);
}

function toText(field: FieldSchema, value: unknown): Stored {
    if (typeof value !== 'string') throw new RowRefused(wrongJson('string', value));
    const text = (field.type === 'textarea' ? value : value.trim()).replaceAll('\0', '');
    if (text.trim() === '') return null;
    if (field.length !== undefined && text.length > field.length) {
        throw new RowRefused(tooLong(field, text));
    }
    if (field.type === 'email' && !EMAIL.test(text)) {
        throw new RowRefused(invalidEmail(field, text));
    }
    checkPicklist(field, text);
    return text;
}

const EMAIL = /^[^\s@,;<>()"]+@[^\s@,;<>()".]+(\.[^\s@,;<>()".]+)+$/;

function checkPicklist(field: FieldSchema, text: string): void {
    if (!field.restrictedPicklist || !field.picklistValues) return;
    const chosen = field.type === 'multipicklist' ? text.split(';') : [text];
    for (const value of chosen) {
        const known = field.picklistValues.some((one) => one.active && one.value === value);
        if (!known) throw new RowRefused(notInPicklist(field, value));
    }
}

function toDate(value: unknown): Stored {
    const parts = typeof value === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
    if (!parts || !isDay(value)) throw new RowRefused(wrongJson('date', value));
    return value;
}

/** The 30th of February parses, and comes out as another day. */
function isDay(value: string): boolean {
    const day = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const DATETIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/;

function toDatetime(value: unknown): Stored {
    const parts = typeof value === 'string' ? DATETIME.exec(value) : null;
    if (!parts || !isDay(parts[1])) throw new RowRefused(wrongJson('datetime', value));
    const [, day, minutes, seconds = '00', zone = 'Z'] = parts;
    const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
    const moment = new Date(`${day}T${minutes}:${seconds}${offset}`);
    if (Number.isNaN(moment.getTime())) throw new RowRefused(wrongJson('datetime', value));
    return storedMoment(moment);
}

/** Salesforce keeps whole seconds. */
export function storedMoment(moment: Date): string {
    return `${moment.toISOString().slice(0, 19)}.000+0000`;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?Z?$/;

function toTime(value: unknown): Stored {
    const parts = typeof value === 'string' ? TIME.exec(value) : null;
    if (!parts) throw new RowRefused(wrongJson('time', value));
    const [, hours, minutes, seconds = '00', fraction = ''] = parts;
    return `${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`;
}

import type { FieldSchema } from '../engine/types.ts';

/** A field's value as the UI API gives it: raw, and as a person reads it where that differs. */
export interface FieldValue {
    readonly value: unknown;
    readonly displayValue: string | null;
}

/** As far as its values look different. */
type Shown = Pick<FieldSchema, 'type' | 'scale' | 'picklistValues'>;

/** Formats of en_US and UTC, whatever the user's locale. */
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    dateStyle: 'short',
    timeStyle: 'short'
});

export function fieldValue(field: Shown, stored: unknown): FieldValue {
    const value = uiValue(field, stored ?? null);
    return { value, displayValue: value === null ? null : display(field, value) };
}

/** `2026-01-31T10:00:00.000+0000` of the REST API is `2026-01-31T10:00:00.000Z` here. */
function uiValue(field: Shown, value: unknown): unknown {
    return field.type === 'datetime' && typeof value === 'string'
        ? value.replace(/\+0000$/, 'Z')
        : value;
}

function display(field: Shown, value: unknown): string | null {
    switch (field.type) {
        case 'picklist':
        case 'multipicklist':
            return labelOf(field, String(value));
        case 'date':
            return DAY.format(new Date(`${String(value)}T00:00:00Z`));
        case 'datetime':
            return MOMENT.format(new Date(String(value)));
        case 'int':
        case 'double':
            return decimal(field, value);
        case 'currency':
            return `$${decimal(field, value)}`;
        case 'percent':
            return `${decimal(field, value)}%`;
        default:
            return null;
    }
}

export function labelOf(field: Shown, value: string): string {
    const label = (one: string) =>
        field.picklistValues?.find((known) => known.value === one)?.label ?? one;
    return value.split(';').map(label).join(';');
}

function decimal({ scale = 0 }: Shown, value: unknown): string {
    return Number(value).toLocaleString('en-US', {
        minimumFractionDigits: scale,
        maximumFractionDigits: scale
    });
}

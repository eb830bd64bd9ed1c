import { formatted } from 'c/callbackNumberText';

/**
 * Service. A dialled number for people: full numbers in groups; 999 and what else was typed or stands
 * on a record as it is.
 */
export function readable(number: string): string {
    return /^\+\d+$/.test(number) ? formatted(number) : number;
}

import { describe, expect, it } from 'vitest';
import { localeFormats } from './localeFormats.ts';

describe('The formats of a locale', () => {
    it.each([
        ['en-US', 'M/d/yyyy', 'MMM d, yyyy', 'MMMM d, yyyy', 'h:mm a', 1, '.'],
        ['en-GB', 'dd/MM/yyyy', 'd MMM yyyy', 'd MMMM yyyy', 'HH:mm', 2, '.'],
        ['de-DE', 'dd.MM.yyyy', 'dd.MM.yyyy', 'd. MMMM yyyy', 'HH:mm', 2, ','],
        ['es-ES', 'd/M/yyyy', 'd MMM yyyy', "d 'de' MMMM 'de' yyyy", 'H:mm', 2, ','],
        ['fr-FR', 'dd/MM/yyyy', 'd MMM yyyy', 'd MMMM yyyy', 'HH:mm', 2, ',']
    ])('%s: %s, %s, %s, %s', (locale, short, medium, long, time, firstDay, decimal) => {
        const formats = localeFormats(locale);
        expect(formats).toMatchObject({
            'dateTime.shortDateFormat': short,
            'dateTime.longDateFormat': long,
            'dateTime.shortTimeFormat': time,
            'dateTime.shortDateTimeFormat': `${short} ${time}`,
            firstDayOfWeek: firstDay,
            'number.decimalSeparator': decimal
        });
        // Where a month's short name is its whole name, the longer pattern says the same.
        expect(String(formats['dateTime.mediumDateFormat']).replace('MMMM', 'MMM')).toBe(medium);
    });
});

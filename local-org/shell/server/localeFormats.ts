/** How a locale writes dates, times and numbers, as `@salesforce/i18n` says it: patterns of CLDR. */

type Style = 'short' | 'medium' | 'long';

/** Every part of it looks different from every other, and has one digit where one is enough. */
const SAMPLE = new Date(Date.UTC(2026, 2, 5, 9, 7, 8));

/** @param locale BCP 47: `en-GB` */
export function localeFormats(locale: string): Record<string, unknown> {
    const date = (dateStyle: Style) => pattern(locale, { dateStyle });
    const time = (timeStyle: Style) => pattern(locale, { timeStyle });
    const formats = Object.fromEntries(
        (['short', 'medium', 'long'] as const).flatMap((style) => {
            const clock = time(style === 'short' ? 'short' : 'medium');
            return [
                [`dateTime.${style}DateFormat`, date(style)],
                [`dateTime.${style}TimeFormat`, clock],
                [`dateTime.${style}DateTimeFormat`, `${date(style)} ${clock}`]
            ];
        })
    );
    const numbers = new Intl.NumberFormat(locale).formatToParts(12_345_678.9);
    const part = (type: string) => numbers.find((one) => one.type === type)?.value;
    return {
        ...formats,
        firstDayOfWeek: firstDayOfWeek(locale),
        'number.decimalSeparator': part('decimal'),
        'number.groupingSeparator': part('group')
    };
}

function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return format
        .formatToParts(SAMPLE)
        .map(({ type, value }) => {
            switch (type) {
                case 'day':
                    return 'd'.repeat(value.length);
                case 'month':
                    return monthPattern(locale, value);
                case 'year':
                    return 'yyyy';
                case 'hour':
                    return (format.resolvedOptions().hour12 ? 'h' : 'H').repeat(value.length);
                case 'minute':
                    return 'mm';
                case 'second':
                    return 'ss';
                case 'dayPeriod':
                    return 'a';
                default:
                    // Narrow spaces are typed as plain ones.
                    return value.replace(/[\u00a0\u202f]/g, ' ').replace(/\p{L}+/gu, "'$&'");
            }
        })
        .join('');
}

function monthPattern(locale: string, value: string): string {
    if (/^\d+$/.test(value)) return 'M'.repeat(value.length);
    const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const name = long.formatToParts(SAMPLE).find(({ type }) => type === 'month')?.value;
    return value === name ? 'MMMM' : 'MMM';
}

/** 1 is Sunday. */
function firstDayOfWeek(locale: string): number {
    const { weekInfo } = new Intl.Locale(locale) as { weekInfo?: { readonly firstDay: number } };
    return ((weekInfo?.firstDay ?? 7) % 7) + 1;
}

/** Presentational. Labels with something filled in. */
import locale from '@salesforce/i18n/locale';

/** `{0} of {1}` with the values in their places, numbers as the user's locale writes them. */
export function filled(label: string, ...values: readonly (string | number)[]): string {
    return label.replace(/\{(\d)\}/g, (_place, at: string) => {
        const value = values[Number(at)] ?? '';
        return typeof value === 'number' ? value.toLocaleString(locale) : value;
    });
}

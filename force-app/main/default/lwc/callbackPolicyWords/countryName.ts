import lang from '@salesforce/i18n/lang';

const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });

/** `GB` → United Kingdom, in the user's language; undefined for what is no country. */
export function countryName(code: string | undefined): string | undefined {
    return code && /^[A-Z]{2}$/.test(code) ? names.of(code) : undefined;
}

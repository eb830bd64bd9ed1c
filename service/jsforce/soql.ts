/**
 * Builds queries. Whatever is put into a `soql` template becomes a quoted text, unless it was
 * made by one of the helpers below, which check what they are given.
 */

/** A part of a query that may stand in it as it is. */
export class Fragment {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

const API_NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,79}$/;
const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** @example soql`SELECT Id FROM Contact WHERE LastName = ${name} AND AccountId IN ${ids(accounts)}` */
export function soql(
    texts: TemplateStringsArray,
    ...values: readonly (string | Fragment)[]
): string {
    return texts.reduce((query, text, i) => query + rendered(values[i - 1]) + text);
}

function rendered(value: string | Fragment): string {
    return value instanceof Fragment ? value.text : quoted(value);
}

/** jsforce escapes quotes only: a backslash before one would set it free again. */
const ESCAPES: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\b': '\\b',
    '\f': '\\f'
};

/** A text literal with its quotes. */
export function quoted(text: string): string {
    return `'${text.replace(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character])}'`;
}

/** @throws TypeError for anything that is not the API name of an object or field */
export function apiName(name: string): Fragment {
    if (!isApiName(name)) {
        throw new TypeError(`${JSON.stringify(name)} is not an API name.`);
    }
    return new Fragment(name);
}

export function isApiName(name: string): boolean {
    return API_NAME.test(name);
}

/** Fields to select; each may follow relationships. @throws TypeError */
export function fieldList(paths: readonly string[]): Fragment {
    paths.forEach((path) => path.split('.').forEach(apiName));
    return new Fragment(paths.join(', '));
}

/** `('a','b')`. @throws TypeError for anything that is not a record id, and for none */
export function ids(list: readonly string[]): Fragment {
    const stranger = list.find((id) => !ID.test(id));
    if (stranger !== undefined || list.length === 0) {
        throw new TypeError(`${JSON.stringify(stranger ?? list)} is not a record id.`);
    }
    return new Fragment(`('${list.join("','")}')`);
}

/** What the server says to a page before its modules run; all of it may be read by the user. */
export interface Boot {
    /** Words by label name, in the user's language. */
    readonly labels?: Readonly<Record<string, string>>;
    /** 18 characters. */
    readonly userId?: string;
    /** Of the session, for the platform's own modules. */
    readonly accessToken?: string;
    /** Names of the custom permissions that the user has. */
    readonly customPermissions?: readonly string[];
    /** Where static resources are served, `/resource` unless said. */
    readonly resourceUrl?: string;
    /** Values of `@salesforce/i18n/*` by name: `lang`, `locale`, `number.decimalSeparator` … */
    readonly i18n?: Readonly<Record<string, unknown>>;
}

function readBoot(): Boot {
    const text = document.getElementById('boot')?.textContent;
    return text ? (JSON.parse(text) as Boot) : {};
}

/** Pages may carry more than the platform's modules ask for. */
export const boot: Boot & Readonly<Record<string, unknown>> = Object.freeze({ ...readBoot() });

/** A label that the page was not given shows its name: to be seen, not to be guessed. */
export function labelOf(name: string): string {
    return boot.labels?.[name] ?? `[${name}]`;
}

export function i18nOf(name: string, otherwise: unknown): unknown {
    return boot.i18n?.[name] ?? otherwise;
}

/** As the platform has it: never false. */
export function permissionOf(name: string): true | undefined {
    return boot.customPermissions?.includes(name) ? true : undefined;
}

export function resourceUrlOf(name: string): string {
    return `${boot.resourceUrl ?? '/resource'}/${name}`;
}

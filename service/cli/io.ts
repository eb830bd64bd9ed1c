import type { ServiceError } from '../errors.ts';

/** What a command reads and writes; tests put their own in its place. */
export interface CommandIo {
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Folder that relative paths and `.local/env` belong to. */
    readonly folder: string;
    out(text: string): void;
    /** Messages beside the result: progress, warnings, errors. */
    note(text: string): void;
    /** Whether people see the output as it comes: then it has colours and a moving progress line. */
    readonly terminal: { readonly out: boolean; readonly note: boolean };
}

export const EXIT = {
    /** Done; for decisions: a number is presented. */
    ok: 0,
    /** It could not be done, or doctor found something broken. */
    failed: 1,
    /** The command was not understood. */
    usage: 2,
    /** Decided, and the call is blocked. */
    blocked: 3
} as const;

/** What went wrong and what to do, without a stack trace. */
export class CommandError extends Error {
    readonly remedy: string;

    constructor(message: string, remedy: string, options?: ErrorOptions) {
        super(message, options);
        this.name = 'CommandError';
        this.remedy = remedy;
    }
}

/** What somebody at a terminal can do, where the service's own remedy speaks of the service. */
export function remedyOf(error: ServiceError): string {
    return error.code === 'ORG_UNREACHABLE'
        ? 'Check the address, the network and the status of the org, and try again.'
        : error.remedy;
}

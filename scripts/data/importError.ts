import type { PlanRecord } from './plan.ts';

/** One refusal, with everything needed to find the value that caused it. */
export interface ImportFault {
    readonly file: string;
    readonly ref: string;
    readonly fields: readonly string[];
    readonly code: string;
    readonly message: string;
}

/** Salesforce refused records. What was saved before stays; a repeated import goes on from there. */
export class ImportError extends Error {
    readonly faults: readonly ImportFault[];

    constructor(faults: readonly ImportFault[], options?: ErrorOptions) {
        super(describe(faults), options);
        this.name = 'ImportError';
        this.faults = faults;
    }
}

/** What to do about the refusals that sample data meets, by Salesforce's status code. */
const REMEDIES: Readonly<Record<string, string>> = {
    REQUIRED_FIELD_MISSING: 'Give the field a value in the file.',
    FIELD_CUSTOM_VALIDATION_EXCEPTION:
        'A validation rule refused the record; its message says which values do not go together.',
    INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:
        'Use a value of the picklist, spelled as in the metadata.',
    STRING_TOO_LONG: 'Shorten the value.',
    DUPLICATE_VALUE:
        'Another record of the org has this value already; remove or change one of them.',
    DUPLICATE_USERNAME:
        'Usernames are unique over all orgs of the world; change the domain in the file.',
    LICENSE_LIMIT_EXCEEDED:
        'The org has no user licence left; set "IsActive": false for some users or use another org.',
    INVALID_FIELD:
        'Deploy the package first, and give your user the permission set Callback_Admin.',
    INVALID_FIELD_FOR_INSERT_UPDATE:
        'Your user may not write this field; give it the permission set Callback_Admin.',
    INVALID_TYPE: 'Deploy the package first, and give your user the permission set Callback_Admin.',
    NOT_FOUND: 'Deploy the package first, and give your user the permission set Callback_Admin.',
    INSUFFICIENT_ACCESS_OR_READONLY: 'Import as a system administrator.',
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'Import as a system administrator.',
    CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:
        'An automation of the org refused the record; its message says which.',
    REQUEST_FAILED: 'See whether the org can be reached at its address.',
    INVALID_SESSION_ID: 'The access token is no longer good; get a new one.'
};

/** The remedy for a status code; repeating is always safe, so it is the last word. */
export function remedyFor(code: string): string {
    return REMEDIES[code] ?? 'Correct the cause.';
}

function describe(faults: readonly ImportFault[]): string {
    const lines = faults.map(({ file, ref, fields, code, message }) => {
        const where = [file, ref, ...(fields.length > 0 ? [fields.join(' and ')] : [])].join(', ');
        return `${where}: ${message} (${code})`;
    });
    const remedies = [...new Set(faults.map(({ code }) => remedyFor(code)))];
    return [
        'The import stopped:',
        ...lines.map((line) => `  ${line}`),
        `What to do: ${remedies.join(' ')} Then start the import again; records that are there already are left alone.`
    ].join('\n');
}

/** A refusal of a whole request, laid at the door of the first record it carried. */
export function refusedRequest(error: unknown, { file, ref }: PlanRecord): ImportError {
    const { errorCode, message } = error as { errorCode?: string; message?: string };
    const fault: ImportFault = {
        file,
        ref,
        fields: [],
        code: errorCode ?? 'REQUEST_FAILED',
        message: message ?? String(error)
    };
    return new ImportError([fault], { cause: error });
}

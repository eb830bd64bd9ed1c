/** What can go wrong in the service, and what to do about it. Blocked calls are not errors. */
export const SERVICE_ERRORS = {
    INVALID_DIAL: {
        message: 'The dial cannot be decided as it is stated.',
        remedy: 'Correct the field that is named.'
    },
    UNKNOWN_AGENT: {
        message: 'Salesforce has no active user with this id.',
        remedy: 'Check the user id; new users are known after the next reload.'
    },
    NUMBER_NOT_CONFIGURED: {
        message: 'This is not a callback number of the account.',
        remedy: 'Choose one of the available numbers, or have an admin add it.'
    },
    NUMBER_NOT_AVAILABLE: {
        message: 'This callback number is not available to the agent.',
        remedy: 'Choose one of the available numbers, or have an admin assign it.'
    },
    NOT_READY: {
        message: 'The directory has not been loaded yet.',
        remedy: 'Try again shortly.'
    },
    ORG_UNREACHABLE: {
        message: 'Salesforce cannot be reached.',
        remedy: 'Check the network and the status of the org; the service keeps trying.'
    },
    ORG_REFUSED: {
        message: 'Salesforce refused a request.',
        remedy: 'Run the doctor command: most often a right of the integration user is missing.'
    }
} as const satisfies Record<string, { message: string; remedy: string }>;

export type ServiceErrorCode = keyof typeof SERVICE_ERRORS;

export interface ServiceErrorDetails {
    /** What happened, where the table's sentence is not enough. */
    readonly message?: string;
    /** The field of the request that is wrong. */
    readonly field?: string;
    readonly cause?: unknown;
}

export class ServiceError extends Error {
    readonly code: ServiceErrorCode;
    readonly remedy: string;
    readonly field?: string;

    constructor(code: ServiceErrorCode, details: ServiceErrorDetails = {}) {
        const { message, remedy } = SERVICE_ERRORS[code];
        super(details.message ?? message, { cause: details.cause });
        this.name = 'ServiceError';
        this.code = code;
        this.remedy = remedy;
        if (details.field !== undefined) {
            this.field = details.field;
        }
    }
}

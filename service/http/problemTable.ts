/**
 * Every problem the service answers with: status, title, and what to do about it. Codes of the
 * library (ServiceError), of sign-in (SignInError) and of HTTP itself are in this one table.
 */

interface ProblemRow {
    readonly status: number;
    readonly title: string;
    readonly remedy: string;
    /** Seconds after which another try makes sense. */
    readonly retryAfter?: number;
}

export const PROBLEMS = {
    INVALID_REQUEST: {
        status: 400,
        title: 'The request is not valid',
        remedy: 'Correct the fields named in `errors`.'
    },
    MALFORMED_JSON: {
        status: 400,
        title: 'The body is not JSON',
        remedy: 'Send one JSON value in UTF-8, each field once.'
    },
    BAD_URL: {
        status: 400,
        title: 'The address is malformed',
        remedy: 'Percent-encode what is not plain ASCII in the path.'
    },
    BAD_REQUEST: {
        status: 400,
        title: 'The request is not HTTP that can be read',
        remedy: 'Check what lies between the client and the service.'
    },
    SIGN_IN_EXPIRED: {
        status: 400,
        title: 'The sign-in has run out',
        remedy: 'Sign in again; a sign-in is good for five minutes and for one try.'
    },
    SIGN_IN_MISMATCH: {
        status: 400,
        title: 'The answer belongs to another sign-in',
        remedy: 'Sign in again, in the window that the softphone opens.'
    },
    NO_CREDENTIAL: {
        status: 401,
        title: 'No credential',
        remedy: 'Send Authorization: Bearer with a service credential or a Salesforce access token.'
    },
    INVALID_CREDENTIAL: {
        status: 401,
        title: 'The credential is not accepted',
        remedy: 'Sign in again, or issue a new service credential.'
    },
    NO_SESSION: {
        status: 401,
        title: 'Nobody is signed in',
        remedy: 'Sign in to the softphone.'
    },
    WEBHOOK_FORGED: {
        status: 401,
        title: 'Not from the telephony',
        remedy: 'Webhooks are signed: check the signature secret, and that the telephony calls the address this service is told.'
    },
    SIGN_IN_REFUSED: {
        status: 403,
        title: 'Salesforce does not accept the sign-in',
        remedy: 'Sign in again. An admin can let the user use the external client app.'
    },
    OTHER_ORGANIZATION: {
        status: 403,
        title: 'Signed in to another organization',
        remedy: 'Sign out of that organization, then sign in to the one the softphone belongs to.'
    },
    FOREIGN_ORIGIN: {
        status: 403,
        title: 'Not from the softphone page',
        remedy: 'Use the page at SOFTPHONE_URL/softphone; SOFTPHONE_URL is the address as browsers see it.'
    },
    OTHER_AGENT: {
        status: 403,
        title: 'Not for another agent',
        remedy: 'An agent can ask for themselves only; name other agents with a service credential.'
    },
    SERVICE_CREDENTIAL_ONLY: {
        status: 403,
        title: 'For service credentials only',
        remedy: 'Use a service credential instead of an access token.'
    },
    MISSING_SCOPE: {
        status: 403,
        title: 'The credential does not allow this',
        remedy: 'Issue a service credential whose scope claim names what is missing.'
    },
    METRICS_CLOSED: {
        status: 403,
        title: 'Metrics are not public',
        remedy: 'Ask from the same machine, with a service credential, or set METRICS_PUBLIC=true.'
    },
    ORIGIN_NOT_ALLOWED: {
        status: 403,
        title: 'Not from this origin',
        remedy: 'Add the origin of the page to CORS_ORIGINS.'
    },
    NOT_FOUND: {
        status: 404,
        title: 'Nothing at this address',
        remedy: 'See /docs for the addresses there are.'
    },
    UNKNOWN_AGENT: {
        status: 404,
        title: 'Unknown agent',
        remedy: 'Check the user id; new users are known after the next reload.'
    },
    METHOD_NOT_ALLOWED: {
        status: 405,
        title: 'Not with this method',
        remedy: 'Use one of the methods in the Allow header.'
    },
    REQUEST_TIMEOUT: {
        status: 408,
        title: 'The request took too long to arrive',
        remedy: 'Send it again in one go.'
    },
    CHOICE_EXPIRED: {
        status: 409,
        title: 'The number was chosen too long ago',
        remedy: 'Choose the number again, then dial.'
    },
    CHOICE_FOR_ANOTHER_CALL: {
        status: 409,
        title: 'The number was chosen for another call',
        remedy: 'Choose the number again for this call, or dial without a choice.'
    },
    CHOICE_USED: {
        status: 409,
        title: 'The choice was for one call and is used',
        remedy: 'Choose the number again for the next call, or dial without a choice.'
    },
    ENTRY_NOT_TAKEN: {
        status: 409,
        title: 'The dial entry is not in progress with this agent',
        remedy: 'Take the next entry: this one was given back, finished, or taken by another agent.'
    },
    ENTRY_FOR_ANOTHER_CALL: {
        status: 409,
        title: 'The dial entry is about another number',
        remedy: 'Dial the number of the entry; reload the page if it shows another one.'
    },
    ENTRY_OUTSIDE_HOURS: {
        status: 409,
        title: 'The people on this list may not be called now',
        remedy: 'Call within the hours of the list; a supervisor can change them.'
    },
    DIAL_KEY_USED: {
        status: 409,
        title: 'The dial key belongs to another dial',
        remedy: 'Send a new dial key with each dial; repeat one only with the same content.'
    },
    CALL_OVER: {
        status: 409,
        title: 'There is no such call any more',
        remedy: 'It is over, or it was never placed here. Place the call on its own.'
    },
    BODY_TOO_LARGE: {
        status: 413,
        title: 'The body is too large',
        remedy: 'A single request holds 64 KB; send many dials to /v1/decisions/batch.'
    },
    ADDRESS_TOO_LONG: {
        status: 414,
        title: 'The address is too long',
        remedy: 'Ids have 15 or 18 characters.'
    },
    UNSUPPORTED_MEDIA_TYPE: {
        status: 415,
        title: 'The body is of an unknown kind',
        remedy: 'Send Content-Type: application/json, uncompressed (application/x-ndjson for batches).'
    },
    INVALID_DIAL: {
        status: 422,
        title: 'The dial cannot be decided as it is stated',
        remedy: 'Correct the field named in `errors`.'
    },
    NUMBER_NOT_CONFIGURED: {
        status: 422,
        title: 'Not a callback number',
        remedy: 'Choose one of GET /v1/agents/{id}/callback-numbers.'
    },
    NUMBER_NOT_AVAILABLE: {
        status: 422,
        title: 'Not available to this agent',
        remedy: 'Choose one of GET /v1/agents/{id}/callback-numbers.'
    },
    NUMBER_REFUSED: {
        status: 422,
        title: 'The telephony does not call this number',
        remedy: 'Nobody was called. Check the number; the telephony may forbid calls to its country.'
    },
    TOO_MANY_BATCHES: {
        status: 429,
        title: 'Too many batches at once',
        remedy: 'Wait until another batch has ended.',
        retryAfter: 5
    },
    HEADERS_TOO_LARGE: {
        status: 431,
        title: 'The headers are too large',
        remedy: 'Send less than 16 KB of headers.'
    },
    INTERNAL: {
        status: 500,
        title: 'Something went wrong here',
        remedy: 'Tell the operator the request id; the log has the cause.'
    },
    ORG_REFUSED: {
        status: 502,
        title: 'Salesforce refused',
        remedy: 'Run the doctor command: most often a right of the integration user is missing.'
    },
    CALLER_ID_REFUSED: {
        status: 502,
        title: 'The telephony does not let this callback number be presented',
        remedy: 'Nobody was called. Have the number verified with the telephony, or retire it.'
    },
    CALL_NOT_STARTED: {
        status: 502,
        title: 'The telephony did not start the call',
        remedy: 'Look whether your telephone rings; where it does not, try again.'
    },
    CALL_NOT_ENDED: {
        status: 502,
        title: 'The telephony did not end the call',
        remedy: 'Hang up on your telephone.'
    },
    TELEPHONY_BUSY: {
        status: 503,
        title: 'The telephony has too many calls',
        remedy: 'Nobody was called. Try again shortly.',
        retryAfter: 2
    },
    NOT_READY: {
        status: 503,
        title: 'Not ready yet',
        remedy: 'The directory is being loaded. Try again shortly.',
        retryAfter: 2
    },
    ORG_UNREACHABLE: {
        status: 503,
        title: 'Salesforce cannot be reached',
        remedy: 'Try again shortly.',
        retryAfter: 5
    },
    SIGN_IN_UNAVAILABLE: {
        status: 503,
        title: 'Credentials cannot be checked at present',
        remedy: 'Try again shortly.',
        retryAfter: 5
    },
    SIGN_IN_BUSY: {
        status: 503,
        title: 'Too many sign-ins at once',
        remedy: 'Try again in a second.',
        retryAfter: 1
    },
    TOOK_TOO_LONG: {
        status: 503,
        title: 'The answer took too long',
        remedy: 'Try again; the dial key keeps it from being logged twice.',
        retryAfter: 1
    },
    SHUTTING_DOWN: {
        status: 503,
        title: 'The service is stopping',
        remedy: 'Try again on another connection.',
        retryAfter: 1
    }
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof PROBLEMS;

export function isProblemCode(code: unknown): code is ProblemCode {
    return typeof code === 'string' && Object.hasOwn(PROBLEMS, code);
}

/** `NUMBER_NOT_CONFIGURED` is explained at `/problems/number-not-configured`. */
export function problemPath(code: ProblemCode): string {
    return `/problems/${code.toLowerCase().replaceAll('_', '-')}`;
}

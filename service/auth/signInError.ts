/** Why a caller is not let in. Status and title of each are in the problem table of http/. */
export type SignInErrorCode =
    | 'NO_CREDENTIAL'
    | 'INVALID_CREDENTIAL'
    | 'SIGN_IN_UNAVAILABLE'
    | 'SIGN_IN_BUSY'
    // Of the softphone's own sign-in:
    | 'SIGN_IN_EXPIRED'
    | 'SIGN_IN_MISMATCH'
    | 'SIGN_IN_REFUSED'
    | 'OTHER_ORGANIZATION';

/** The message is meant for the caller and never contains the credential. */
export class SignInError extends Error {
    readonly code: SignInErrorCode;

    constructor(code: SignInErrorCode, message: string, options?: ErrorOptions) {
        super(message, options);
        this.name = 'SignInError';
        this.code = code;
    }
}

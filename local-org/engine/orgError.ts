import type { OrgErrorDetail } from './types.ts';

/** A refusal in Salesforce's own words; `status` is the HTTP status the REST API answers with. */
export class OrgError extends Error {
    readonly errorCode: string;
    readonly fields: readonly string[];
    readonly status: number;

    constructor(errorCode: string, message: string, fields: readonly string[] = [], status = 400) {
        super(message);
        this.name = 'OrgError';
        this.errorCode = errorCode;
        this.fields = fields;
        this.status = status;
    }

    get detail(): OrgErrorDetail {
        return {
            errorCode: this.errorCode,
            message: this.message,
            ...(this.fields.length > 0 && { fields: this.fields })
        };
    }
}

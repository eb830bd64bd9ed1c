import { PROBLEMS, type ProblemCode } from '../http/problemTable.ts';

export type DialRefusal = Extract<
    ProblemCode,
    | 'CHOICE_EXPIRED'
    | 'CHOICE_FOR_ANOTHER_CALL'
    | 'CHOICE_USED'
    | 'ENTRY_NOT_TAKEN'
    | 'ENTRY_FOR_ANOTHER_CALL'
    | 'ENTRY_OUTSIDE_HOURS'
    | 'DIAL_KEY_USED'
    | 'CALL_NOT_STARTED'
>;

/** Why a dial from the softphone is not taken. */
export class DialRefused extends Error {
    readonly code: DialRefusal;

    constructor(code: DialRefusal, cause?: unknown) {
        super(PROBLEMS[code].remedy, { cause });
        this.name = 'DialRefused';
        this.code = code;
    }
}

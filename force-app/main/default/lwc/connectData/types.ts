import type { CallHours } from 'c/connectHours';

/** A list that an agent may work through. */
export interface WorkList {
    readonly id: string;
    readonly name: string;
    readonly hours: CallHours;
}

/** One person to call. */
export interface DialEntry {
    readonly id: string;
    readonly listId: string;
    /** As it was written. */
    readonly phone: string;
    readonly recordId?: string;
    readonly objectApiName?: string;
    /** The name that came with the entry; the record may know better. */
    readonly customer?: string;
    /** How many times it was taken. */
    readonly attempts: number;
}

/** An entry in progress, of one agent. */
export interface TakenEntry extends DialEntry {
    /** Missing where somebody set the entry in progress by hand. */
    readonly attemptId?: string;
}

export type Outcome =
    | { readonly kind: 'done' | 'skipped' }
    | {
          readonly kind: 'later';
          /** Milliseconds since 1970. */
          readonly notBefore: number;
      }
    /** Back to the list, for any agent. */
    | { readonly kind: 'released' };

export interface Working {
    /** 18 characters. */
    readonly agentId: string;
    /** The lists that may be called now. */
    readonly listIds: readonly string[];
    /** Milliseconds since 1970. */
    readonly now: number;
}

/** What there is to do. */
export interface Work {
    /** The agent's own, from before: the page was loaded anew, or the browser broke off. */
    readonly mine?: TakenEntry;
    /** The first of those that wait, in order. */
    readonly waiting: readonly DialEntry[];
    readonly waitingCount: number;
    /** When the next one may be called that may not be called yet; milliseconds since 1970. */
    readonly nextAt?: number;
}

export type Next =
    | {
          readonly kind: 'entry';
          readonly entry: TakenEntry;
          /** It was in progress already. */
          readonly resumed: boolean;
          readonly waitingCount: number;
      }
    | { readonly kind: 'none'; readonly nextAt?: number };

export type Finished =
    | { readonly kind: 'finished' }
    /** Somebody else ended the attempt before: nothing was written. */
    | { readonly kind: 'lost' };

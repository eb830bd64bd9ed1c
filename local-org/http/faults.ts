import type { RequestKind } from './requestCounter.ts';

/** Trouble on demand: what a client has to live with in production, switched on by a test. */
export interface FaultSettings {
    /** Milliseconds every matching request waits before it is looked at. */
    readonly latencyMs?: number;
    /** Up to so many milliseconds more, at random. */
    readonly jitterMs?: number;
    /** So many matching requests are refused with `status` (503 unless told). */
    readonly failNext?: number;
    readonly status?: number;
    /** So many matching requests find the line cut before anything is done. */
    readonly dropNext?: number;
    /** So many matching requests are carried out, and the line is cut before the answer. */
    readonly dropAnswerNext?: number;
    /** Ends every session at once; clients have to get a new token. */
    readonly expireTokens?: boolean;
    /** Only requests of this kind, or whose path matches this regular expression; all unless told. */
    readonly match?: { readonly kind?: RequestKind; readonly path?: string };
}

export type FaultVerdict =
    | { readonly kind: 'none' }
    | { readonly kind: 'fail'; readonly status: number }
    | { readonly kind: 'drop' }
    | { readonly kind: 'dropAnswer' };

const NO_FAULT: FaultVerdict = { kind: 'none' };

export class Faults {
    readonly #expireTokens: () => void;
    #settings: FaultSettings = {};
    #path: RegExp | undefined;
    #failing = 0;
    #dropping = 0;
    #droppingAnswers = 0;
    #waiting = new Set<() => void>();

    constructor(expireTokens: () => void) {
        this.#expireTokens = expireTokens;
    }

    /**
     * Replaces all settings.
     * @throws SyntaxError for a path that is no regular expression
     */
    set(settings: FaultSettings): void {
        this.#path =
            settings.match?.path === undefined ? undefined : new RegExp(settings.match.path);
        this.#settings = settings;
        this.#failing = settings.failNext ?? 0;
        this.#dropping = settings.dropNext ?? 0;
        this.#droppingAnswers = settings.dropAnswerNext ?? 0;
        if (settings.expireTokens) this.#expireTokens();
    }

    clear(): void {
        this.set({});
    }

    /** The settings as they stand: counts go down as requests fail. */
    get current(): FaultSettings {
        const { expireTokens: _once, ...standing } = this.#settings;
        return {
            ...standing,
            failNext: this.#failing,
            dropNext: this.#dropping,
            dropAnswerNext: this.#droppingAnswers
        };
    }

    /** What becomes of a request; a promise only where it has to wait. */
    meet(kind: RequestKind, path: string): FaultVerdict | Promise<FaultVerdict> {
        const { latencyMs = 0, jitterMs = 0 } = this.#settings;
        const quiet =
            latencyMs + jitterMs + this.#failing + this.#dropping + this.#droppingAnswers === 0;
        if (quiet || !this.#concerns(kind, path)) return NO_FAULT;
        const verdict = this.#verdict();
        const delay = latencyMs + Math.random() * jitterMs;
        return delay > 0 ? this.#wait(delay).then(() => verdict) : verdict;
    }

    /** Lets go of every request that is being held, so that the org can close. */
    release(): void {
        for (const letGo of this.#waiting) letGo();
    }

    #concerns(kind: RequestKind, path: string): boolean {
        const { match } = this.#settings;
        if (match?.kind !== undefined && match.kind !== kind) return false;
        return this.#path?.test(path) ?? true;
    }

    #verdict(): FaultVerdict {
        if (this.#dropping > 0) {
            this.#dropping -= 1;
            return { kind: 'drop' };
        }
        if (this.#failing > 0) {
            this.#failing -= 1;
            return { kind: 'fail', status: this.#settings.status ?? 503 };
        }
        if (this.#droppingAnswers > 0) {
            this.#droppingAnswers -= 1;
            return { kind: 'dropAnswer' };
        }
        return NO_FAULT;
    }

    #wait(milliseconds: number): Promise<void> {
        return new Promise((resolve) => {
            const letGo = () => {
                clearTimeout(timer);
                this.#waiting.delete(letGo);
                resolve();
            };
            const timer = setTimeout(letGo, milliseconds);
            this.#waiting.add(letGo);
        });
    }
}

import pRetry from 'p-retry';
import { createDirectory, type Directory } from '#resolver';
import { ServiceError } from '../errors.ts';
import type { LoadProgress, OrgPorts } from '../ports.ts';
import type { DirectoryStatus } from '../types.ts';

export interface DirectoryKeeperOptions {
    readonly ports: Pick<OrgPorts, 'directory' | 'records' | 'changes'>;
    /** Milliseconds between two periodic reloads; spread by a tenth so that instances do not march in step. */
    readonly reloadEveryMs: number;
    readonly onProgress?: LoadProgress;
    readonly onReload?: (result: {
        reason: string;
        error?: Error;
        status: DirectoryStatus;
    }) => void;
}

/** What decisions are made with: the directory, and the org's objects by key prefix. */
export interface Held {
    readonly directory: Directory;
    readonly objects: ReadonlyMap<string, string>;
}

const RETRY = { retries: 3, minTimeout: 250, maxTimeout: 2_000, randomize: true };
/** Doubled with every failure in a row. */
const AGAIN_MS = 5_000;

/**
 * Holds the directory in force. A reload replaces it whole; one that fails leaves the directory
 * before it in force and says so in the status.
 */
export class DirectoryKeeper {
    readonly #options: DirectoryKeeperOptions;
    readonly #subscription: { close(): void } | undefined;
    #held: Held | undefined;
    #status: DirectoryStatus | undefined;
    #loading: Promise<DirectoryStatus> | undefined;
    #again: Promise<DirectoryStatus> | undefined;
    #timer: NodeJS.Timeout | undefined;
    #changesMeanwhile: ((directory: Directory) => Directory)[] = [];
    /** Reloads in a row that failed. */
    #failures = 0;
    #closed = false;

    constructor(options: DirectoryKeeperOptions) {
        this.#options = options;
        this.#subscription = options.ports.changes?.subscribe((reason) => {
            // A failed reload is in the status and is told to onReload.
            this.reload(reason).catch(() => undefined);
        });
    }

    /** @throws ServiceError NOT_READY before the first load */
    get held(): Held {
        if (!this.#held) {
            throw new ServiceError('NOT_READY');
        }
        return this.#held;
    }

    /** @throws ServiceError NOT_READY before the first load */
    get status(): DirectoryStatus {
        if (!this.#status) {
            throw new ServiceError('NOT_READY');
        }
        return this.#status;
    }

    /**
     * Changes what is held without reading it anew, after a write of our own. A reload that is
     * under way may have read what was there before: the change is made in its result too.
     */
    replace(change: (directory: Directory) => Directory): void {
        const { directory, objects } = this.held;
        this.#held = { directory: change(directory), objects };
        if (this.#loading) {
            this.#changesMeanwhile.push(change);
        }
    }

    /**
     * Reads everything anew. Whoever asks during a reload gets one that starts after it: theirs
     * may be about a change that the running one has already passed by.
     */
    reload(reason: string): Promise<DirectoryStatus> {
        if (!this.#loading) {
            this.#loading = this.#load(reason).finally(() => (this.#loading = undefined));
            return this.#loading;
        }
        this.#again ??= this.#loading
            .catch(() => undefined)
            .then(() => {
                this.#again = undefined;
                return this.reload(reason);
            });
        return this.#again;
    }

    async #load(reason: string): Promise<DirectoryStatus> {
        const { ports, onProgress, onReload } = this.#options;
        clearTimeout(this.#timer);
        this.#changesMeanwhile = [];
        try {
            const read = () =>
                Promise.all([ports.directory.load(onProgress), ports.records.keyPrefixes()]);
            const [rows, objects] = await pRetry(read, {
                ...RETRY,
                shouldRetry: ({ error }) =>
                    !this.#closed &&
                    error instanceof ServiceError &&
                    error.code === 'ORG_UNREACHABLE'
            });
            const directory = this.#changesMeanwhile.reduce(
                (changed, change) => change(changed),
                createDirectory(rows)
            );
            this.#held = { directory, objects };
            this.#failures = 0;
            this.#status = {
                loadedAt: new Date().toISOString(),
                numbers: rows.numbers.length,
                agents: rows.agents.length,
                assignments: rows.assignments.length,
                rules: rows.rules.length
            };
            onReload?.({ reason, status: this.#status });
            return this.#status;
        } catch (error) {
            this.#failures++;
            if (this.#status) {
                this.#status = { ...this.#status, lastError: (error as Error).message };
                onReload?.({ reason, error: error as Error, status: this.#status });
            }
            throw error;
        } finally {
            this.#schedule();
        }
    }

    #schedule(): void {
        if (this.#closed || !this.#held) {
            return;
        }
        const { reloadEveryMs } = this.#options;
        const [reason, waitMs] =
            this.#failures === 0
                ? ['periodic', reloadEveryMs]
                : ['after a failure', Math.min(AGAIN_MS * 2 ** this.#failures, reloadEveryMs)];
        const spread = waitMs * (0.95 + Math.random() / 10);
        // A failed reload is in the status and is told to onReload.
        this.#timer = setTimeout(() => this.reload(reason).catch(() => undefined), spread);
        this.#timer.unref();
    }

    close(): void {
        this.#closed = true;
        clearTimeout(this.#timer);
        this.#subscription?.close();
    }
}

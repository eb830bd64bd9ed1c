/** Takes longer than a dial can wait. */
export class TookTooLong extends Error {
    constructor(ms: number) {
        super(`No answer within ${ms} ms.`);
        this.name = 'TookTooLong';
    }
}

/**
 * The answer, or TookTooLong after so many milliseconds. The request itself goes on: jsforce
 * offers no way to take one back.
 */
export async function within<T>(ms: number, answer: PromiseLike<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TookTooLong(ms)), ms);
    });
    try {
        return await Promise.race([answer, tooLong]);
    } finally {
        clearTimeout(timer);
    }
}

/**
 * Milliseconds for a request that nobody waits for at the telephone. jsforce's own limit ends
 * when the answer begins: an answer that stops half-way would be waited for for ever.
 */
export const LONGEST_REQUEST_MS = 60_000;

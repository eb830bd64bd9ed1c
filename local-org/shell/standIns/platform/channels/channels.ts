/** Service. Message channels by name, for `lightning/messageService` and for Open CTI. */

type Listener = (message: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

/**
 * Every listener gets a copy of its own, since messages are serialised.
 * @throws DataCloneError for what cannot be copied, such as a function
 */
export function publishByName(channelName: string, message: unknown): void {
    const text = JSON.stringify(structuredClone(message) ?? {});
    [...(listeners.get(channelName) ?? [])].forEach((listener) =>
        // One listener's failure is not the next one's.
        queueMicrotask(() => listener(JSON.parse(text)))
    );
}

/** @returns ends the subscription */
export function subscribeByName(channelName: string, listener: Listener): () => void {
    const all = listeners.get(channelName) ?? new Set();
    listeners.set(channelName, all);
    // The same function may listen twice, for two subscribers.
    const own: Listener = (message) => listener(message);
    all.add(own);
    return () => void all.delete(own);
}

/** Resolves after so many milliseconds, or as soon as one of the signals is aborted. Being woken early is not an error. */
export function rest(ms: number, ...signals: readonly AbortSignal[]): Promise<void> {
    return new Promise((resolve) => {
        const wake = () => {
            clearTimeout(timer);
            signals.forEach((signal) => signal.removeEventListener('abort', wake));
            resolve();
        };
        const timer = setTimeout(wake, ms);
        signals.forEach((signal) => signal.addEventListener('abort', wake));
        if (signals.some(({ aborted }) => aborted)) {
            wake();
        }
    });
}

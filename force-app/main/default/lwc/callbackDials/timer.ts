/** One thing to do later; starting anew takes the place of what was to be done. */
export class Timer {
    private running: ReturnType<typeof setTimeout> | undefined;

    start(ms: number, act: () => void): void {
        this.stop();
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- what expires, expires by the clock
        this.running = setTimeout(act, ms);
    }
    stop(): void {
        clearTimeout(this.running);
    }
}

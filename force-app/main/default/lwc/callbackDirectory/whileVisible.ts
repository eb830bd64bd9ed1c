/** Does something again and again while the page is looked at, and at once when it is looked at again. */
export class WhileVisible {
    private readonly everyMs: number;
    private readonly work: () => void;
    private timer: number | undefined;

    constructor(everyMs: number, work: () => void) {
        this.everyMs = everyMs;
        this.work = work;
    }

    start(): void {
        document.addEventListener('visibilitychange', this.handleChange);
        this.wind();
    }

    stop(): void {
        document.removeEventListener('visibilitychange', this.handleChange);
        window.clearInterval(this.timer);
    }

    private readonly handleChange = (): void => {
        this.wind();
        if (document.visibilityState === 'visible') {
            this.work();
        }
    };

    private wind(): void {
        window.clearInterval(this.timer);
        if (document.visibilityState === 'visible') {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- whoever starts it stops it
            this.timer = window.setInterval(this.work, this.everyMs);
        }
    }
}

type Work = () => Promise<void>;

/** One piece of work at a time; of those that come meanwhile only the latest is done. */
export class Latest {
    private next: Work | undefined;
    private isBusy = false;

    async run(work: Work): Promise<void> {
        this.next = work;
        if (this.isBusy) {
            return;
        }
        this.isBusy = true;
        while (this.next) {
            const { next } = this;
            this.next = undefined;
            // eslint-disable-next-line no-await-in-loop -- one after the other is the point
            await next();
        }
        this.isBusy = false;
    }
}

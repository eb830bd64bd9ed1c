/** One line of the doctor. */
export interface Finding {
    /** `bad`: the service does not work, or not fully. `warning`: somebody should look. */
    readonly status: 'good' | 'bad' | 'warning';
    readonly text: string;
    /** What to do; missing where all is well. */
    readonly remedy?: string;
}

export const good = (text: string): Finding => ({ status: 'good', text });
export const bad = (text: string, remedy: string): Finding => ({ status: 'bad', text, remedy });
export const warning = (text: string, remedy: string): Finding => ({
    status: 'warning',
    text,
    remedy
});

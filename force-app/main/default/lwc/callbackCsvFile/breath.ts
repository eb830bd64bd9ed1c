/** As long as a page may be busy without anybody noticing. */
const AT_MOST_MS = 30;

/** Lets the page draw and answer, as often as it needs to; beforehand it may be told something. */
export function createBreath(): (before: () => void) => Promise<void> {
    let since = performance.now();
    return async (before) => {
        if (performance.now() - since >= AT_MOST_MS) {
            before();
            await new Promise<void>((resolve) => {
                // eslint-disable-next-line @lwc/lwc/no-async-operation -- ends by itself, touches no component
                setTimeout(resolve);
            });
            since = performance.now();
        }
    };
}

/**
 * Acts whenever an element comes into view again: a utility is opened and closed without being
 * taken off the page.
 *
 * @returns ends it
 */
export function whenShownAgain(element: Element, act: () => void): () => void {
    let wasShown: boolean | undefined;
    const observer = new IntersectionObserver((entries) => {
        const isShown = entries.at(-1)?.isIntersecting ?? false;
        if (isShown && wasShown === false) {
            act();
        }
        wasShown = isShown;
    });
    observer.observe(element);
    return () => observer.disconnect();
}

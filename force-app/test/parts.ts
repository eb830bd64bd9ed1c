import type { LightningElement } from 'lwc';

/** What can be set on a component from outside. */
export type PropertiesOf<Component extends LightningElement> = Partial<
    Omit<Component, keyof LightningElement>
>;

/** The one part of a component that a test is about, with the properties it looks at. */
export function part<Properties = object>(
    element: HTMLElement,
    selector: string
): HTMLElement & Properties {
    const found = element.shadowRoot!.querySelector<HTMLElement & Properties>(selector);
    if (!found) {
        throw new Error(`${element.localName} has no ${selector}.`);
    }
    return found;
}

/** The details of every event of one name, as they come. */
export function heard<Detail>(element: HTMLElement, name: string): Detail[] {
    const details: Detail[] = [];
    element.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
    return details;
}

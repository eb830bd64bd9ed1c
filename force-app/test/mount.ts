import { registerSa11yMatcher } from '@sa11y/jest';
import { createElement } from 'lwc';

registerSa11yMatcher();

afterEach(() => document.body.replaceChildren());

/** Puts one component on the page, its public properties set, and waits for its first picture. */
export async function mount<Properties extends object>(
    is: string,
    component: Parameters<typeof createElement>[1]['is'],
    properties: Properties
): Promise<HTMLElement & Properties> {
    const element = Object.assign(createElement(is, { is: component }), properties);
    document.body.append(element);
    await settled();
    return element as unknown as HTMLElement & Properties;
}

/** After the component has drawn what was changed. */
export function settled(): Promise<void> {
    return Promise.resolve();
}

/** After everything that waits for nothing but promises has come to its end. */
export async function quiet(): Promise<void> {
    for (let turn = 0; turn < 200; turn += 1) {
        await Promise.resolve();
    }
}

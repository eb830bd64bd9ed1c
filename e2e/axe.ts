import axe, { type AxeResults, type NodeResult } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

const OPTIONS: axe.RunOptions = {
    // Every frame is looked at by itself, also those of other origins.
    iframes: false,
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
};

/** Parts of the vendor's own components that no page can make better: a small button, an input without a label, a dialog whose name stands one element below. */
const VENDORS_OWN = [
    'lightning-datepicker',
    'lightning-timepicker',
    'lightning-interactive-dialog-base'
];
const VENDORS_RULES = ['aria-dialog-name', 'label', 'label-title-only', 'target-size'];

/** No violation on the page as it is now, nor in any frame of it. */
export async function expectAccessible(page: Page): Promise<void> {
    const violations: string[] = [];
    for (const frame of page.frames()) {
        violations.push(...(await violationsIn(frame)));
    }
    expect(violations.join('\n\n'), 'what axe finds').toBe('');
}

async function violationsIn(frame: Frame): Promise<string[]> {
    // Evaluated, not added as a script: the page's own content security policy stays as it is.
    await frame.evaluate(axe.source);
    const results: AxeResults = await frame.evaluate(
        `axe.run(document, ${JSON.stringify(OPTIONS)})`
    );
    return results.violations.flatMap(({ id, help, nodes }) =>
        nodes
            .filter(({ target }) => !(VENDORS_RULES.includes(id) && isVendorsOwn(target)))
            .map(
                ({ html, failureSummary }) =>
                    `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''} (${frame.url()})`
            )
    );
}

/** @param target selectors on the way through the shadows */
function isVendorsOwn(target: NodeResult['target']): boolean {
    return target.flat().some((selector) => VENDORS_OWN.some((name) => selector.startsWith(name)));
}

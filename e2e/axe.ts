import axe, { type AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

const OPTIONS: axe.RunOptions = {
    // Every frame is looked at by itself, also those of other origins.
    iframes: false,
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
};

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
        nodes.map(
            ({ html, failureSummary }) =>
                `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''} (${frame.url()})`
        )
    );
}

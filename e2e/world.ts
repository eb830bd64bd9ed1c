import type { TestProject } from 'vitest/node';
import { findBrowser } from '../scripts/browser/findBrowser.ts';
import { startWorld, type Surroundings, type World } from './startWorld.ts';

declare module 'vitest' {
    interface ProvidedContext extends Omit<World, 'close'> {
        browserPath: string;
    }
}

/** What all journeys without telephony happen in, once for all of them. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
    return provideWorld(project, { name: 'service' });
}

/** @returns ends it */
export async function provideWorld(
    project: TestProject,
    surroundings: Surroundings
): Promise<() => Promise<void>> {
    const browserPath = findBrowser();
    if (!browserPath) {
        throw new Error(
            'The journeys need Chromium or Chrome. Run: npx tsx scripts/browser/ensure.ts'
        );
    }
    const { close, ...world } = await startWorld(surroundings);
    project.provide('browserPath', browserPath);
    for (const [name, value] of Object.entries(world)) {
        project.provide(name as keyof typeof world, value);
    }
    return close;
}

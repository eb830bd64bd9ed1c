import type { TestProject } from 'vitest/node';
import { provideWorld } from '../world.ts';

/** The world of the journeys in which agents call with their own telephones. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
    return provideWorld(project, {
        name: 'service-with-telephones',
        telephony: { TELEPHONY: 'phones' }
    });
}

import type { TestProject } from 'vitest/node';
import { provideWorld } from '../world.ts';
import { startVonage } from './startVonage.ts';

declare module 'vitest' {
    interface ProvidedContext {
        /** The stand-in of the telephony's API: what it received is at `/_received`. */
        telephonyUrl: string;
    }
}

/** The world of the journeys with a telephony behind the service, and agents on Salesforce Voice. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const vonage = await startVonage();
    const end = await provideWorld(project, {
        name: 'service-with-telephony',
        voiceAgents: [
            'sofia.lindqvist@callback-numbers.example',
            'liam.oconnor@callback-numbers.example',
            'priya.raman@callback-numbers.example'
        ],
        telephony: vonage.variables
    });
    project.provide('telephonyUrl', vonage.api.url);
    return async () => {
        await end();
        await vonage.close();
    };
}

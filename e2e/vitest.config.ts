import { defineConfig } from 'vitest/config';

/** Journeys: one browser at a time, in the order of the files. */
const common = {
    resolve: { extensions: ['.ts', '.mts', '.mjs', '.js', '.json'] },
    test: {
        // The compilers that build the pages are run as they are.
        server: { deps: { external: [/node_modules/] } },
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 180_000
    }
};

/** A project is a world of its own: without telephony, with a vendor's, with the agents' telephones. */
export default defineConfig({
    test: {
        projects: [
            {
                ...common,
                test: {
                    ...common.test,
                    name: 'decisions',
                    include: ['e2e/*.test.ts'],
                    globalSetup: ['e2e/world.ts'],
                    sequence: { groupOrder: 0 }
                }
            },
            {
                ...common,
                test: {
                    ...common.test,
                    name: 'telephony',
                    include: ['e2e/telephony/*.test.ts'],
                    globalSetup: ['e2e/telephony/world.ts'],
                    sequence: { groupOrder: 1 }
                }
            },
            {
                ...common,
                test: {
                    ...common.test,
                    name: 'phones',
                    include: ['e2e/phones/*.test.ts'],
                    globalSetup: ['e2e/phones/world.ts'],
                    sequence: { groupOrder: 2 }
                }
            }
        ]
    }
});

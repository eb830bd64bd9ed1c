import { defineConfig } from 'vitest/config';

/** Journeys: one world, one browser at a time, in the order of the files. */
export default defineConfig({
    resolve: { extensions: ['.ts', '.mts', '.mjs', '.js', '.json'] },
    test: {
        include: ['e2e/**/*.test.ts'],
        // The compilers that build the pages are run as they are.
        server: { deps: { external: [/node_modules/] } },
        globalSetup: ['e2e/world.ts'],
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 180_000
    }
});

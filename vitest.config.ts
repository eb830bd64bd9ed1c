import { defineConfig } from 'vitest/config';
import { lightningModules } from './scripts/lwc/lightningModules.ts';

export default defineConfig({
    plugins: [lightningModules()],
    // What `npm run build` leaves beside the Lightning sources must never be tested in their place.
    resolve: { extensions: ['.ts', '.mts', '.mjs', '.js', '.json'] },
    test: {
        include: ['{service,local-org,scripts,bench,browser,edge}/**/*.test.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000
    }
});

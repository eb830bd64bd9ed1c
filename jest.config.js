import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

/** The Lightning world. The Node world runs under Vitest: docs/decisions/0003-two-test-runners.md. */
export default {
    ...jestConfig,
    roots: ['<rootDir>/force-app'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    moduleNameMapper: {
        ...jestConfig.moduleNameMapper,
        '^lightning/graphql$': '<rootDir>/force-app/test/stubs/graphql.ts'
    }
};

import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

/** The Lightning world. The Node world (service, local-org, scripts) runs under Vitest: docs/decisions/0002-two-test-runners.md. */
export default {
    ...jestConfig,
    modulePathIgnorePatterns: ['<rootDir>/.local']
};

import { readFileSync, readdirSync } from 'node:fs';
import js from '@eslint/js';
import slds from '@salesforce-ux/eslint-plugin-slds';
import lwcConfig from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const LWC = 'force-app/main/default/lwc';

/** One wall of ARCHITECTURE.md: what the files of a room may not import. */
function wall(files, forbidden, message, ignores = []) {
    return {
        files,
        ignores,
        rules: {
            'no-restricted-imports': [
                'error',
                { patterns: forbidden.map((regex) => ({ regex, message })) }
            ]
        }
    };
}

/** Names of the bundles of a kind, which is the first word of what is said about their class. */
function bundles(kind) {
    return readdirSync(LWC).filter((name) =>
        new RegExp(`^(/\\*)?\\s?\\*\\*? ${kind}\\. `, 'm').test(sourceOf(name))
    );
}

function sourceOf(bundle) {
    try {
        return readFileSync(`${LWC}/${bundle}/${bundle}.ts`, 'utf8');
    } catch {
        return '';
    }
}

const PRESENTATIONAL = bundles('Presentational');
const CONTAINERS = bundles('Container');
const filesOf = (names) => names.map((name) => `${LWC}/${name}/*.ts`);

const SCRIPTS = ['**/*.{ts,js,mjs}'];

/** Lightning web components: those of the package, and those of pages outside Lightning. */
const COMPONENTS = [`${LWC}/**/*.ts`, '{service,local-org}/**/modules/**/*.ts'];

/** Where there are templates and styles that people see. */
const SCREENS = [LWC, 'local-org/shell', 'service/softphone/page'];

/** The vendor's SLDS rules for templates or styles; a warning that nobody has to heed is no rule. */
function sldsRules(config, ending) {
    return {
        ...config,
        files: SCREENS.map((folder) => `${folder}/**/*.${ending}`),
        rules: Object.fromEntries(Object.keys(config.rules).map((rule) => [rule, 'error']))
    };
}

/** At home in their folders of `service/telephony`. */
const VENDORS = ['^twilio$', '^@vonage/'];

const TESTS = ['**/*.test.ts', '**/testing/**', 'service/contract/**'];

export default tseslint.config(
    {
        ignores: [
            '**/node_modules/',
            '.local/',
            'coverage/',
            `${LWC}/**/*.js`,
            '**/staticresources/*.js'
        ]
    },
    { ...js.configs.recommended, files: SCRIPTS },
    ...lwcConfig.map((config) => ({ ...config, files: COMPONENTS })),
    {
        files: COMPONENTS,
        // The sources, not what `npm run build` leaves beside them.
        settings: { 'import/resolver': { node: { extensions: ['.ts', '.js'] } } }
    },
    ...tseslint.configs.strict.map((config) => ({ files: SCRIPTS, ...config })),
    ...slds.configs['flat/recommended-css'].map((config) => sldsRules(config, 'css')),
    ...slds.configs['flat/recommended-html'].map((config) => sldsRules(config, 'html')),
    {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        rules: {
            // The type checker knows every name; the rule does not know types.
            'no-undef': 'off',
            // Switches over unions are exhaustive, held by the type checker (noImplicitReturns).
            'default-case': 'off',
            'consistent-return': 'off',
            'array-callback-return': 'off',
            '@typescript-eslint/no-unused-vars': [
                'error',
                { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
            ],
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-non-null-assertion': 'off',
            '@typescript-eslint/no-invalid-void-type': 'off',
            eqeqeq: 'error',
            'no-console': 'error'
        }
    },
    {
        // Programs speak to the person who started them.
        files: ['scripts/**', 'bench/**', 'service/cli/**', 'service/main.ts', 'local-org/cli.ts'],
        rules: { 'no-console': 'off' }
    },
    {
        files: [`${LWC}/**/__tests__/**`],
        plugins: { jest },
        languageOptions: { globals: jest.environments.globals.globals },
        rules: {
            'jest/no-disabled-tests': 'error',
            'jest/no-focused-tests': 'error',
            'jest/valid-expect': 'error',
            // Tests give the wire adapters what the platform would.
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off'
        }
    },
    {
        files: ['**/*.mjs'],
        languageOptions: {
            globals: Object.fromEntries(
                ['process', 'console', 'setInterval', 'clearInterval'].map((name) => [
                    name,
                    'readonly'
                ])
            )
        }
    },
    wall(
        [`${LWC}/callbackResolver/*.ts`],
        ['^[^.]', '^\\.\\./', '^\\./.*/'],
        'The resolver imports its siblings only.'
    ),
    wall(
        [`${LWC}/{callbackChoice,callbackCsv,callbackPhone,connectHours}/*.ts`],
        ['^[^.]', '^\\.\\./', '^\\./.*/'],
        'The service runs these files too: they import nothing that only one of the two worlds has.'
    ),
    wall(
        filesOf(PRESENTATIONAL),
        [
            `^(?!lwc$|@salesforce/(label|i18n)/|c/(callbackResolver|callbackNumberText|callbackRuleForm|callbackSimulation|callbackCsv|callbackDownload|${PRESENTATIONAL.join('|')})$|\\./)`
        ],
        'What only shows imports words, types of the resolver, and what else only shows.'
    ),
    wall(
        filesOf(CONTAINERS.filter((name) => !['callbackDirectory', 'callbackOrg'].includes(name))),
        ['^lightning/graphql', '^lightning/ui.*GraphQL', '^@salesforce/(schema|apex)'],
        'Queries and field names are at home in the data modules; callbackDirectory and callbackOrg ask.'
    ),
    {
        files: filesOf([...PRESENTATIONAL, ...CONTAINERS]),
        rules: {
            'no-restricted-syntax': [
                'error',
                {
                    selector:
                        ':matches(Literal[value=/__[cr]\\b/], TemplateElement[value.raw=/__[cr]\\b/]):not(ImportDeclaration > Literal)',
                    message: 'API names of objects and fields are at home in the data modules.'
                }
            ]
        }
    },
    wall(
        ['service/useCases/**', 'service/ports.ts', 'service/types.ts'],
        ['jsforce', 'fastify', 'local-org', '/http/', '/cli/', '^pino', '^prom-client'],
        'Use cases know ports, not adapters.',
        TESTS
    ),
    wall(
        ['service/jsforce/**'],
        ['useCases', '/http/', '/cli/', 'fastify', 'local-org'],
        'The jsforce adapters know ports only.',
        TESTS
    ),
    wall(
        ['service/softphone/*.ts', 'service/softphone/routes/**'],
        ['jsforce', 'local-org', ...VENDORS],
        'The softphone knows ports, not Salesforce.',
        TESTS
    ),
    wall(
        ['service/telephony/{vonage,twilio}/**'],
        ['local-org', 'softphone', '/http/', '/cli/'],
        'A vendor knows the port of telephony, and nothing of who asks for calls.',
        TESTS
    ),
    wall(
        ['service/**'],
        ['local-org', ...VENDORS],
        'The service talks to any org, and by its port to any telephony.',
        [
            ...TESTS,
            'service/telephony/{vonage,twilio}/**',
            'service/useCases/**',
            'service/jsforce/**',
            'service/softphone/*.ts',
            'service/softphone/routes/**',
            'service/ports.ts',
            'service/types.ts'
        ]
    ),
    wall(
        ['e2e/**/*.test.ts'],
        ['force-app', 'service/', 'local-org', 'scripts/'],
        'Journeys know pages and people, not what is behind them.'
    ),
    wall(
        ['local-org/**'],
        ['service/', '/browser/'],
        'The org does not know who uses it; pages are at home in its shell.',
        [...TESTS, 'local-org/shell/**']
    ),
    wall(['local-org/shell/**'], ['service/'], 'The org does not know who uses it.', TESTS)
);

/**
 * Runs every check, one after the other, and adds up what they count. A check that has no tests
 * of its own to count (format, lint, types) counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORTS = '.local/reports';
const checks = [
    { name: 'Format', command: ['prettier', '--check', '--log-level=warn', '.'] },
    { name: 'Lint', command: ['eslint', '.'] },
    { name: 'Types, what both worlds run', command: ['tsc', '-p', 'tsconfig.core.json'] },
    { name: 'Types, Lightning', command: ['tsc', '-p', 'tsconfig.json', '--noEmit'] },
    { name: 'Types, Lightning tests', command: ['tsc', '-p', 'tsconfig.test.json'] },
    { name: 'Types, Node', command: ['tsc', '-p', 'tsconfig.node.json'] },
    { name: 'Types, pages', command: ['tsc', '-p', 'tsconfig.browser.json'] },
    { name: 'Metadata', command: ['tsx', 'scripts/metadata/check.ts'], count: fromLastLine },
    {
        name: 'Lightning tests',
        command: ['jest', '--json', `--outputFile=${REPORTS}/jest.json`],
        count: fromReport('jest.json')
    },
    { name: 'Browser', command: ['tsx', 'scripts/browser/ensure.ts'] },
    {
        name: 'Node tests',
        command: [
            'vitest',
            'run',
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${REPORTS}/vitest.json`
        ],
        count: fromReport('vitest.json')
    },
    {
        name: 'Journeys',
        command: [
            'vitest',
            'run',
            '--config=e2e/vitest.config.ts',
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${REPORTS}/journeys.json`
        ],
        count: fromReport('journeys.json')
    }
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const [index, check] of checks.entries()) {
    console.log(`\n[${index + 1}/${checks.length}] ${check.name}`);
    const started = Date.now();
    const { code, output } = await run(check.command);
    const counted = check.count?.(output) ?? { passed: 0, failed: 0, skipped: 0 };
    // A check that fails without a failed test (it could not even start) is one failure.
    counted.failed = Math.max(counted.failed, code === 0 ? 0 : 1);
    if (!check.count && code === 0) {
        counted.passed = 1;
    }
    console.log(`    ${counted.passed} ok, ${counted.failed} not ok, ${seconds(started)} s`);
    for (const key of Object.keys(total)) {
        total[key] += counted[key] ?? 0;
    }
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;

function run([program, ...args]) {
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [bin(program), ...args], {
            stdio: ['ignore', 'pipe', 'inherit']
        });
        let output = '';
        child.stdout.on('data', (chunk) => {
            output += chunk;
            process.stdout.write(chunk);
        });
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, output }));
    });
}

/** The program's own entry, so that no shell and no platform's wrapper is needed. */
function bin(program) {
    const folder = { tsc: 'typescript' }[program] ?? program;
    const manifest = JSON.parse(readFileSync(`node_modules/${folder}/package.json`, 'utf8'));
    const entry = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[program];
    return `node_modules/${folder}/${entry}`;
}

function fromLastLine(output) {
    const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [0, 0, 1];
    return { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

/** Jest and Vitest write the same report. */
function fromReport(file) {
    return () => {
        try {
            const report = JSON.parse(readFileSync(`${REPORTS}/${file}`, 'utf8'));
            for (const title of skippedGroups(report)) {
                console.log(`    skipped: ${title}`);
            }
            return {
                passed: report.numPassedTests,
                failed: report.numFailedTests,
                skipped: report.numPendingTests + (report.numTodoTests ?? 0)
            };
        } catch {
            return { passed: 0, failed: 1, skipped: 0 };
        }
    };
}

/** What was left out, and why: the title of the outermost group says both. */
function skippedGroups({ testResults }) {
    const skipped = testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .filter(({ status }) => status === 'pending' || status === 'skipped');
    return new Set(
        skipped.map(({ ancestorTitles, title }) => ancestorTitles.find(Boolean) ?? title)
    );
}

function seconds(since) {
    return ((Date.now() - since) / 1000).toFixed(1);
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * `npm run -s bench -- --json`: every section in a process of its own, so that none inherits the
 * heap or the warm code of another. Figures are ratios within one run, counts, or milliseconds that
 * somebody waits for a screen.
 * `--only resolver,http` runs some sections; `--json` leaves one flat object as the last line.
 */
const SECTIONS = [
    'resolver',
    'http',
    'dials',
    'batch',
    'load',
    'picker',
    'lightning',
    'adminTables',
    'adminSaves',
    'clickToCall',
    'package'
] as const;
type Section = (typeof SECTIONS)[number];

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined;
const unknown = only?.filter((name) => !SECTIONS.includes(name as Section));
if (unknown?.length) {
    console.error(`No section ${unknown.join(', ')}; there are ${SECTIONS.join(', ')}.`);
    process.exit(2);
}

const results: Record<string, number> = {};
for (const section of SECTIONS.filter((name) => !only || only.includes(name))) {
    console.error(`bench ${section} …`);
    const started = Date.now();
    const figures = await run(section);
    for (const [key, value] of Object.entries(figures)) {
        results[key] = round(value);
        console.error(`  ${key.padEnd(34)} ${results[key]}`);
    }
    console.error(`  (${Math.round((Date.now() - started) / 1000)} s)`);
}
if (args.includes('--json')) {
    console.log(JSON.stringify(results));
}

function run(section: Section): Promise<Record<string, number>> {
    const file = fileURLToPath(new URL(`./${section}.ts`, import.meta.url));
    const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file], {
        stdio: ['ignore', 'pipe', 'inherit']
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code) => {
            if (code === 0) {
                resolve(JSON.parse(output) as Record<string, number>);
            } else {
                reject(new Error(`The section ${section} ended with code ${code}.`));
            }
        });
    });
}

/** Three significant digits are more than a shared machine can promise. */
function round(value: number): number {
    return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

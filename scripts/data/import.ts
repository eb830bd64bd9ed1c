import { Command, InvalidArgumentError } from 'commander';
import { Connection } from 'jsforce';
import { importPlan, type ImportReport } from './importPlan.ts';

/** `npx tsx scripts/data/import.ts`: loads a data plan into the org that the environment names. */

interface CliOptions {
    plan: string;
    profile: Record<string, string>;
}

const program = new Command('import')
    .description('Loads a data plan into a Salesforce org; safe to repeat.')
    .option('--plan <file>', 'the data plan', 'data/sample-plan.json')
    .option('--profile <name=other>', 'let another profile stand in; repeatable', toProfile, {})
    .addHelpText(
        'after',
        '\nThe org comes from the environment: SF_INSTANCE_URL and SF_ACCESS_TOKEN.'
    )
    .action(run);

await program.parseAsync();

async function run({ plan, profile }: CliOptions): Promise<void> {
    const connection = connect();
    try {
        const report = await importPlan(connection, plan, showProgress, { profiles: profile });
        endLine();
        show(report);
    } catch (error) {
        endLine();
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    }
}

function connect(): Connection {
    const { SF_INSTANCE_URL: instanceUrl, SF_ACCESS_TOKEN: accessToken } = process.env;
    if (!instanceUrl || !accessToken) {
        program.error(
            'Set SF_INSTANCE_URL (https://….my.salesforce.com) and SF_ACCESS_TOKEN; ' +
                '"sf org display --json" shows both as instanceUrl and accessToken.'
        );
    }
    // Without a version jsforce speaks API 50.0; the package is written for 66.0.
    return new Connection({ instanceUrl, accessToken, version: '66.0' });
}

function showProgress(done: number, total: number, object: string): void {
    const line = `${String(done).padStart(String(total).length)} of ${total}  ${object}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
    else process.stderr.write(`${line}\n`);
}

function endLine(): void {
    if (process.stderr.isTTY) process.stderr.write('\n');
}

function show({ objects, created, kept }: ImportReport): void {
    const width = Math.max(...objects.map(({ object }) => object.length));
    for (const { object, created, kept } of objects) {
        console.log(`${object.padEnd(width)}  ${created} created, ${kept} there already`);
    }
    console.log(`${created} records created, ${kept} were there already.`);
}

function toProfile(
    text: string,
    profiles: Readonly<Record<string, string>>
): Record<string, string> {
    const [, name, other] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
    if (!name) {
        throw new InvalidArgumentError('Write it as "Call Centre Agent=Standard User".');
    }
    return { ...profiles, [name.trim()]: other.trim() };
}

import { Command, InvalidArgumentError } from 'commander';
import { clientFileOf } from './http/clients.ts';
import { startLocalOrg, type LocalOrg } from './http/startLocalOrg.ts';

/** `npx tsx local-org/cli.ts`: the embedded org as a process of its own, until it is told to stop. */

interface CliOptions {
    file: string;
    port: number;
    host: string;
    metadata?: string;
    log: boolean;
}

const program = new Command('local-org')
    .description('Starts the embedded Salesforce org and serves it until SIGINT or SIGTERM.')
    .option('--file <path>', "the org's SQLite file, or :memory:", '.local/org.db')
    .option('--port <number>', 'port to listen on; 0 takes any free one', toPort, 8810)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--metadata <folder>', "folder with objects/ and permissionsets/ (this package's own)")
    .option('--log', 'write one line a request to stderr', false)
    .action(run);

await program.parseAsync();

async function run({ file, port, host, metadata, log }: CliOptions): Promise<void> {
    const org = await startLocalOrg({ file, port, host, metadataDir: metadata, log }).catch(
        (error: unknown) => program.error(error instanceof Error ? error.message : String(error))
    );
    stopOnSignal(org);
    const lines = [`Local org listening at ${org.url}`, `  client id      ${org.client.clientId}`];
    const kept = clientFileOf(file);
    lines.push(
        kept
            ? `  client secret  in ${kept}`
            : '  client secret  lost: an org in memory is for use inside one process'
    );
    console.log(lines.join('\n'));
}

function stopOnSignal(org: LocalOrg): void {
    let stopping = false;
    const stop = (signal: NodeJS.Signals): void => {
        // A second signal while requests finish means: now.
        if (stopping) process.exit(1);
        stopping = true;
        console.log(`${signal}: stopping`);
        org.close().catch((error: unknown) => {
            console.error(error);
            process.exitCode = 1;
        });
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
}

function toPort(text: string): number {
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
        throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
    }
    return port;
}

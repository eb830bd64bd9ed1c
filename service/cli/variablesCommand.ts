import type { Command } from 'commander';
import { envExample, variablesAsMarkdown } from '../config/documentation.ts';
import { EXIT, type CommandIo } from './io.ts';

/** `variables`: what the service reads from its environment, as documentation. */
export function addVariablesCommand(program: Command, io: CommandIo, end: (code: number) => void) {
    program
        .command('variables')
        .description('All environment variables of the service, as a Markdown table.')
        .option('--env', 'as the text of .env.example instead')
        .action(({ env }: { env?: boolean }) => {
            io.out(env ? envExample() : `${variablesAsMarkdown()}\n`);
            end(EXIT.ok);
        });
}

import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config/configError.ts';
import { ServiceError } from '../errors.ts';
import { toServiceError } from '../jsforce/orgErrors.ts';
import { addDecideCommands } from './decideCommand.ts';
import { addDoctorCommand } from './doctor/doctorCommand.ts';
import { addImportCommand } from './import/importCommand.ts';
import { CommandError, EXIT, remedyOf, type CommandIo } from './io.ts';
import { addNumbersCommand } from './numbersCommand.ts';
import { plain } from './style.ts';
import { addTokenCommand } from './tokenCommand.ts';
import { addVariablesCommand } from './variablesCommand.ts';

/** Runs one command. @returns the exit code; never throws */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
    let exitCode: number = EXIT.ok;
    const end = (code: number) => (exitCode = code);
    const program = new Command('callback-numbers')
        .description('Which callback number is presented, and why.')
        .exitOverride()
        .configureOutput({
            writeOut: (text) => io.out(text),
            writeErr: (text) => io.note(text)
        })
        .showHelpAfterError('(--help shows what there is)')
        .addHelpText(
            'after',
            `
The org comes from the variables of the service (.env.example), from SF_INSTANCE_URL and
SF_ACCESS_TOKEN, or from the local set-up that npm start runs.

Exit codes: 0 done (explain, decide: a number is presented), 1 failed, 2 not understood,
3 decided, and the call is blocked.`
        );
    addDecideCommands(program, io, end);
    addNumbersCommand(program, io, end);
    addDoctorCommand(program, io, end);
    addImportCommand(program, io, end);
    addTokenCommand(program, io, end);
    addVariablesCommand(program, io, end);
    try {
        await program.parseAsync([...args], { from: 'user' });
        return exitCode;
    } catch (error) {
        if (error instanceof CommanderError) {
            return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
        }
        io.note(`${messageOf(error, io)}\n`);
        return EXIT.failed;
    }
}

/** What happened and what to do; a stack trace only on request. */
function messageOf(error: unknown, { env }: CommandIo): string {
    if (error instanceof ConfigError) {
        return error.message;
    }
    if (error instanceof CommandError) {
        return `${plain(error.message)}\n${error.remedy}`;
    }
    if (error instanceof ServiceError || isFromOrg(error)) {
        const known = toServiceError(error, 'Asking Salesforce');
        return `${plain(known.message)}\n${remedyOf(known)}`;
    }
    if (env['DEBUG']) {
        return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const message = error instanceof Error ? error.message : String(error);
    return `Unforeseen: ${plain(message)}\nRun it again with DEBUG=1 to see where.`;
}

function isFromOrg(error: unknown): boolean {
    return (error as { errorCode?: unknown } | undefined)?.errorCode !== undefined;
}

import { CHANNELS, type Channel } from '#resolver';
import { Option, type Command } from 'commander';
import type { DialRequest } from '../types.ts';
import { explanation } from './explanation.ts';
import { findAgent } from './findAgent.ts';
import { EXIT, type CommandIo } from './io.ts';
import { withService } from './openService.ts';
import { styleFor } from './style.ts';

interface DialOptions {
    readonly agent: string;
    readonly number: string;
    readonly channel?: Channel;
    readonly record?: string;
    readonly choose?: string;
    readonly list?: string;
    readonly entry?: string;
    readonly key?: string;
    readonly json?: boolean;
}

/** `explain` decides without logging, `decide` logs. */
export function addDecideCommands(program: Command, io: CommandIo, end: (code: number) => void) {
    dialOptions(
        program
            .command('explain')
            .description('Which number would be presented, and why. Nothing is logged.')
    ).action(async (options: DialOptions) => end(await run(io, options, false)));

    dialOptions(
        program
            .command('decide')
            .description('Decide like the service does, and log the decision in Salesforce.')
    )
        .option('--key <text>', 'dial key: sending it again does not log the dial twice')
        .action(async (options: DialOptions) => end(await run(io, options, true)));
}

function dialOptions(command: Command): Command {
    return command
        .requiredOption('--agent <who>', 'user id, username, or name')
        .requiredOption('--number <number>', 'as dialled, in any format')
        .addOption(
            new Option(
                '--channel <channel>',
                'how the call is made (default: connect with --list or --entry, otherwise clickToDial)'
            ).choices([...CHANNELS])
        )
        .option('--record <id>', 'record dialled from')
        .option('--choose <number>', 'callback number chosen for this call')
        .option('--list <id>', 'dial list')
        .option('--entry <id>', 'entry of a dial list')
        .option('--json', 'for programs: the answer as JSON, with the trace in words beside it');
}

function run(io: CommandIo, options: DialOptions, log: boolean): Promise<number> {
    return withService(io, async ({ service, directory, connection, sentences }) => {
        const dial: DialRequest = {
            agentId: await findAgent(options.agent, directory, connection),
            channel: options.channel ?? (options.list || options.entry ? 'connect' : 'clickToDial'),
            number: options.number,
            recordId: options.record,
            thisCallNumber: options.choose,
            dialListId: options.list,
            dialEntryId: options.entry,
            dialKey: options.key
        };
        const answer = await (log ? service.decide(dial) : service.explain(dial));
        const words = sentences(answer.trace);
        if (log) {
            await service.flush();
        }
        io.out(
            options.json
                ? `${JSON.stringify({ ...answer, traceInWords: words }, null, 2)}\n`
                : explanation(answer, options, directory, words, styleFor(io))
        );
        return answer.outcome === 'presented' ? EXIT.ok : EXIT.blocked;
    });
}

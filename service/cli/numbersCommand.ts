import Table from 'cli-table3';
import type { Command } from 'commander';
import type { AgentNumbers } from '../types.ts';
import { readable } from './explanation.ts';
import { findAgent } from './findAgent.ts';
import { EXIT, type CommandIo } from './io.ts';
import { withService } from './openService.ts';
import { plain, styleFor, type Style } from './style.ts';

/** `numbers`: what an agent may present, with the defaults. */
export function addNumbersCommand(program: Command, io: CommandIo, end: (code: number) => void) {
    program
        .command('numbers')
        .description('Numbers an agent may present, and the defaults.')
        .requiredOption('--agent <who>', 'user id, username, or name')
        .option('--json', 'for programs')
        .action(({ agent, json }: { agent: string; json?: boolean }) =>
            withService(io, async ({ service, directory, connection }) => {
                const numbers = service.availableNumbers(
                    await findAgent(agent, directory, connection)
                );
                io.out(
                    json ? `${JSON.stringify(numbers, null, 2)}\n` : asTable(numbers, styleFor(io))
                );
                end(EXIT.ok);
            })
        );
}

function asTable(found: AgentNumbers, style: Style): string {
    const { agent, numbers, defaultNumber, principalNumber, policy } = found;
    const table = new Table({
        head: ['Label', 'Number', 'Country', 'Language', 'Default'].map(style.bold),
        // Colours are ours to decide.
        style: { head: [], border: [], compact: true }
    });
    const byLabel = [...numbers].sort((one, other) => one.label.localeCompare(other.label));
    for (const number of byLabel) {
        const roles = [
            ...(number.id === defaultNumber?.id ? ["agent's default"] : []),
            ...(number.id === principalNumber?.id ? ['principal number'] : [])
        ];
        table.push([
            plain(number.label),
            readable(number.number),
            number.country ?? '',
            number.language ?? '',
            roles.join(', ')
        ]);
    }
    const why = policy.restrictNumbers
        ? 'only numbers assigned to them or to their groups, and the principal number'
        : 'every active number';
    const lost =
        defaultNumber && !numbers.some(({ id }) => id === defaultNumber.id)
            ? style.yellow(
                  `! Their default ${plain(defaultNumber.label)} cannot be presented at present.\n`
              )
            : '';
    const count = `${numbers.length} ${numbers.length === 1 ? 'number' : 'numbers'}`;
    return `${plain(agent.name)} may present ${count}: ${why}.\n${table.toString()}\n${lost}`;
}

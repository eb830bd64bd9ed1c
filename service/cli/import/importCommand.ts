import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { connect } from '../connect.ts';
import { CommandError, EXIT, type CommandIo } from '../io.ts';
import { plain } from '../style.ts';
import { COLUMNS, readNumbers, type RowProblem } from './readNumbers.ts';
import { mustBeAbleToWrite, writeNumbers } from './writeNumbers.ts';

const MOST_SHOWN = 50;

/** `import`: callback numbers from a CSV file. */
export function addImportCommand(program: Command, io: CommandIo, end: (code: number) => void) {
    program
        .command('import')
        .description(
            'Add and change callback numbers from a CSV file; rows are known by their number. Nothing is written unless the whole file is right.'
        )
        .argument('<csv>', `columns ${COLUMNS.join(', ')}; Label and Number are needed`)
        .option('--dry-run', 'check the file only')
        .action(async (csv: string, { dryRun }: { dryRun?: boolean }) =>
            end(await run(io, csv, dryRun ?? false))
        );
}

async function run(io: CommandIo, csv: string, dryRun: boolean): Promise<number> {
    const { records, problems } = readNumbers(textOf(resolve(io.folder, csv)));
    if (problems.length > 0) {
        io.note(`${listed(problems)}\nNothing was written. Correct the file and run it again.\n`);
        return EXIT.failed;
    }
    if (dryRun) {
        io.out(`${records.length} rows are right. Nothing was written (--dry-run).\n`);
        return EXIT.ok;
    }
    const connection = await connect(io);
    await mustBeAbleToWrite(connection);
    const { created, updated, refused } = await writeNumbers(connection, records, (done) =>
        io.note(progress(io, done, records.length))
    );
    io.out(`${created} created, ${updated} changed, ${refused.length} refused.\n`);
    if (refused.length > 0) {
        io.note(
            `${listed(refused)}\nThe other rows are written; correct these and run it again.\n`
        );
        return EXIT.failed;
    }
    return EXIT.ok;
}

function textOf(path: string): string {
    try {
        return readFileSync(path, 'utf8');
    } catch (cause) {
        const { code } = cause as NodeJS.ErrnoException;
        throw new CommandError(`${path} cannot be read (${code}).`, 'Check the path.', { cause });
    }
}

function listed(problems: readonly RowProblem[]): string {
    const lines = problems
        .slice(0, MOST_SHOWN)
        .map(({ row, column, problem }) =>
            plain(`Row ${row}${column === undefined ? '' : `, ${column}`}: ${problem}.`)
        );
    const more = problems.length - MOST_SHOWN;
    return [...lines, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n');
}

/** On a terminal one line that moves, elsewhere a line each time. */
function progress({ terminal }: CommandIo, done: number, total: number): string {
    const text = `${done} of ${total} rows`;
    return terminal.note ? `\r${text}${done === total ? '\n' : ''}` : `${text}\n`;
}

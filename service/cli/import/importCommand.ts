import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { NUMBER_COLUMNS, problemOfSize } from '#csv';
import { connect } from '../connect.ts';
import { CommandError, EXIT, type CommandIo } from '../io.ts';
import { plain } from '../style.ts';
import { placed, wordsOfFile, wordsOfRow } from './problemWords.ts';
import { readNumbers } from './readNumbers.ts';
import { mustBeAbleToWrite, writeNumbers } from './writeNumbers.ts';

const MOST_SHOWN = 50;

/** `import`: callback numbers from a CSV file. */
export function addImportCommand(program: Command, io: CommandIo, end: (code: number) => void) {
    program
        .command('import')
        .description(
            'Add and change callback numbers from a CSV file; rows are known by their number. Nothing is written unless the whole file is right.'
        )
        .argument(
            '<csv>',
            `columns ${NUMBER_COLUMNS.map(({ name }) => name).join(', ')}; Label and Number are needed`
        )
        .option('--dry-run', 'check the file only')
        .option(
            '--country <code>',
            'of national numbers in rows without Country, such as GB',
            countryCode
        )
        .action(async (csv: string, options: ImportOptions) => end(await run(io, csv, options)));
}

interface ImportOptions {
    readonly dryRun?: boolean;
    readonly country?: string;
}

function countryCode(text: string): string {
    const code = text.toUpperCase();
    if (!isSupportedCountry(code)) {
        throw new InvalidArgumentError('It is no ISO 3166 code of two letters, such as GB.');
    }
    return code;
}

async function run(
    io: CommandIo,
    csv: string,
    { dryRun = false, country }: ImportOptions
): Promise<number> {
    const read = readNumbers(bytesOf(resolve(io.folder, csv)), country);
    const problems =
        read.kind === 'refused' ? read.problems.map(wordsOfFile) : read.problems.map(wordsOfRow);
    if (read.kind === 'refused' || problems.length > 0) {
        io.note(`${listed(problems)}\nNothing was written. Correct the file and run it again.\n`);
        return EXIT.failed;
    }
    const { records } = read;
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
        const reasons = refused.map(
            ({ row, column, problem }) => `${placed(row, column)}: ${problem}.`
        );
        io.note(
            `${listed(reasons)}\nThe other rows are written; correct these and run it again.\n`
        );
        return EXIT.failed;
    }
    return EXIT.ok;
}

function bytesOf(path: string): Uint8Array {
    try {
        const tooLarge = problemOfSize(statSync(path).size);
        if (tooLarge) {
            throw new CommandError(
                `${path}: ${wordsOfFile(tooLarge)}`,
                'Nothing was written. Correct the file and run it again.'
            );
        }
        return readFileSync(path);
    } catch (cause) {
        if (cause instanceof CommandError) {
            throw cause;
        }
        const { code } = cause as NodeJS.ErrnoException;
        throw new CommandError(`${path} cannot be read (${code}).`, 'Check the path.', { cause });
    }
}

function listed(problems: readonly string[]): string {
    const more = problems.length - MOST_SHOWN;
    return [
        ...problems.slice(0, MOST_SHOWN).map((problem) => plain(problem)),
        ...(more > 0 ? [`… and ${more} more.`] : [])
    ].join('\n');
}

/** On a terminal one line that moves, elsewhere a line each time. */
function progress({ terminal }: CommandIo, done: number, total: number): string {
    const text = `${done} of ${total} rows`;
    return terminal.note ? `\r${text}${done === total ? '\n' : ''}` : `${text}\n`;
}

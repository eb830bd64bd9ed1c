import { undefused } from './formula';
import { outlineOf, withOneLineEnd } from './sheet';
import type { CsvColumn, CsvParser, CsvRow, FileProblem, ReadCsv } from './types';

/** Columns of the lists of problems that are given out. They are skipped, so that a list which was put right can be imported as it is. */
export const REPORT_COLUMNS = ['Row', 'Problem'] as const;

/**
 * Reads a whole file. The header may name the columns in any order, in any case and with or
 * without blanks; rows without any content are passed over but counted.
 */
export function readCsv<Name extends string>(
    file: string,
    columns: readonly CsvColumn<Name>[],
    parser: CsvParser
): ReadCsv<Name> {
    const outline = outlineOf(file);
    const { text, lineEnd } = withOneLineEnd(outline);
    const { data, errors } = parser.parse(text, {
        delimiter: outline.separator,
        newline: lineEnd,
        header: false
    });
    const [broken] = errors;
    if (broken) {
        const code = broken.code === 'MissingQuotes' ? 'quoteOpen' : 'quoteMisplaced';
        return { kind: 'refused', problems: [{ code, row: (broken.row ?? 0) + 1 }] };
    }
    const lines = data as readonly (readonly string[])[];
    const headerAt = lines.findIndex(hasContent);
    if (headerAt === -1) {
        return { kind: 'refused', problems: [{ code: 'empty' }] };
    }
    const header = readHeader(lines[headerAt], columns);
    const below = lines.slice(headerAt + 1);
    if (header.problems.length === 0 && !below.some(hasContent)) {
        return { kind: 'refused', problems: [{ code: 'noRows' }] };
    }
    return header.problems.length > 0
        ? { kind: 'refused', problems: header.problems }
        : readRows(below, headerAt + 2, header.names);
}

function hasContent(cells: readonly string[]): boolean {
    return cells.some((cell) => cell.trim() !== '');
}

interface Header<Name> {
    /** For each cell the column; null where it is passed over, undefined where there is none. */
    readonly names: readonly (Name | null | undefined)[];
    readonly problems: readonly FileProblem[];
}

function readHeader<Name extends string>(
    cells: readonly string[],
    columns: readonly CsvColumn<Name>[]
): Header<Name> {
    const byFolded = new Map<string, Name | null>([
        ...REPORT_COLUMNS.map((name) => [folded(name), null] as const),
        ...columns.map(({ name }) => [folded(name), name] as const)
    ]);
    const names = cells.map((cell) => byFolded.get(folded(undefused(cell))));
    const unknown = cells.filter((cell, at) => names[at] === undefined && cell.trim() !== '');
    const missing = columns.filter(({ name, needed }) => needed && !names.includes(name));
    const twice = names.filter((name, at) => name && names.indexOf(name) !== at) as Name[];
    return {
        names,
        problems: [
            ...problemOf(
                'columnsMissing',
                missing.map(({ name }) => name)
            ),
            ...(unknown.length > 0
                ? [
                      {
                          code: 'columnsUnknown',
                          columns: unknown.map((cell) => cell.trim()),
                          known: columns.map(({ name }) => name)
                      } as const
                  ]
                : []),
            ...problemOf('columnsTwice', [...new Set(twice)])
        ]
    };
}

/** `Record Id`, `record_id` and `RecordId` are one; `Agent (username)` explains `Agent`. */
function folded(name: string): string {
    return name
        .replace(/\(.*\)/, '')
        .replace(/[\s_-]/g, '')
        .toLowerCase();
}

function problemOf(
    code: 'columnsMissing' | 'columnsTwice',
    columns: readonly string[]
): readonly FileProblem[] {
    return columns.length > 0 ? [{ code, columns }] : [];
}

function readRows<Name extends string>(
    lines: readonly (readonly string[])[],
    firstRow: number,
    names: Header<Name>['names']
): ReadCsv<Name> {
    const rows: CsvRow<Name>[] = [];
    lines.forEach((line, at) => {
        if (!hasContent(line)) {
            return;
        }
        const cells: Partial<Record<Name, string>> = {};
        names.forEach((name, cell) => {
            if (name) {
                cells[name] = undefused(line[cell] ?? '');
            }
        });
        const astray = line.find((cell, place) => names[place] === undefined && cell.trim() !== '');
        rows.push({ row: firstRow + at, cells, ...(astray && { astray: astray.trim() }) });
    });
    return {
        kind: 'read',
        rows,
        columns: names.filter((name): name is Name => Boolean(name))
    };
}

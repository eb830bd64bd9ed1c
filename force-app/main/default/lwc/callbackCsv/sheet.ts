/**
 * The outline of a CSV text: where rows and cells end. What is in a quoted cell is skipped, so
 * that it is cheap for large files and needs no parser.
 */

/** The end of a cell, or of a row and how it is written. */
type Mark = 'cell' | LineEnd;
export type LineEnd = '\n' | '\r\n' | '\r';

const SEPARATORS = [',', ';', '\t'] as const;
/** What spreadsheets put above the header to say their separator. It is no row of theirs. */
const SEPARATOR_LINE = /^sep=([,;\t])(?:\r\n?|\n)/i;

export interface Outline {
    /** Without a mark of byte order and without a line that only says the separator. */
    readonly text: string;
    readonly separator: string;
}

export function outlineOf(file: string): Outline {
    const text = file.replace(/^\ufeff/, '');
    const said = SEPARATOR_LINE.exec(text);
    return said
        ? { text: text.slice(said[0].length), separator: said[1] }
        : { text, separator: usedMost(text) };
}

/** The separator that the header uses most. What is below may hold anything. */
function usedMost(file: string): string {
    const text = file.trimStart();
    const counts = SEPARATORS.map((separator) => {
        let count = 0;
        walk(text, separator, (mark) => {
            count += mark === 'cell' ? 1 : 0;
            return mark !== 'cell';
        });
        return count;
    });
    return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/** The row and column in which a text ends that goes no further. */
export function placeAfter(file: string): { readonly row: number; readonly column?: string } {
    const { text, separator } = outlineOf(file);
    const header: string[] = [];
    let row = 1;
    let cell = 0;
    let from = 0;
    walk(text, separator, (mark, at) => {
        if (row === 1) {
            header.push(nameIn(text.slice(from, at)));
        }
        from = at + 1;
        row += mark === 'cell' ? 0 : 1;
        cell = mark === 'cell' ? cell + 1 : 0;
    });
    const column = header[cell];
    return { row, ...(row > 1 && column && { column }) };
}

function nameIn(cell: string): string {
    return cell.trim().replace(/^"(.*)"$/s, '$1');
}

/**
 * The text with one kind of line end, as the parser wants it: files that were put together from
 * two have both. Inside of quotes nothing is changed.
 */
export function withOneLineEnd({ text, separator }: Outline): {
    readonly text: string;
    readonly lineEnd: LineEnd;
} {
    const kinds = new Set<LineEnd>();
    const pieces: string[] = [];
    let from = 0;
    walk(text, separator, (mark, at) => {
        if (mark !== 'cell') {
            kinds.add(mark);
            pieces.push(text.slice(from, at));
            from = at + mark.length;
        }
    });
    const [only] = kinds;
    return kinds.size <= 1
        ? { text, lineEnd: only ?? '\n' }
        : { text: [...pieces, text.slice(from)].join('\n'), lineEnd: '\n' };
}

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** @param onMark ends the walk by returning true */
function walk(
    text: string,
    separator: string,
    onMark: (mark: Mark, at: number) => boolean | void
): void {
    const separatorCode = separator.charCodeAt(0);
    let beginsCell = true;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (beginsCell && code === QUOTE) {
            at = closingQuote(text, at);
            beginsCell = false;
        } else if (code === separatorCode || code === LINE_FEED || code === CARRIAGE_RETURN) {
            const mark = markAt(text, at, code);
            if (onMark(mark, at)) {
                return;
            }
            at += mark === '\r\n' ? 1 : 0;
            beginsCell = true;
        } else {
            beginsCell = false;
        }
    }
}

function markAt(text: string, at: number, code: number): Mark {
    if (code === CARRIAGE_RETURN) {
        return text.charCodeAt(at + 1) === LINE_FEED ? '\r\n' : '\r';
    }
    return code === LINE_FEED ? '\n' : 'cell';
}

/** Two quotation marks in a row are one that does not close. */
function closingQuote(text: string, opening: number): number {
    let at = text.indexOf('"', opening + 1);
    while (at !== -1 && text[at + 1] === '"') {
        at = text.indexOf('"', at + 2);
    }
    return at === -1 ? text.length : at;
}

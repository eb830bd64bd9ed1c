import {
    problemOfSize,
    readCsv,
    textOfBytes,
    type CsvColumn,
    type CsvParser,
    type ReadCsv
} from 'c/callbackCsv';

/** A file that is too large is refused before it is read. */
export async function readCsvFile<Name extends string>(
    file: Pick<File, 'size' | 'arrayBuffer'>,
    columns: readonly CsvColumn<Name>[],
    parser: CsvParser
): Promise<ReadCsv<Name>> {
    const tooLarge = problemOfSize(file.size);
    if (tooLarge) {
        return { kind: 'refused', problems: [tooLarge] };
    }
    const read = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    return 'text' in read
        ? readCsv(read.text, columns, parser)
        : { kind: 'refused', problems: [read.problem] };
}

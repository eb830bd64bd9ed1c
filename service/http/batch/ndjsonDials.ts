import { HttpProblem } from '../problem.ts';

/** One line of the request: what it holds, or why it cannot be read. */
export type NdjsonLine = { readonly value: unknown } | { readonly problem: HttpProblem };

const LINE_BYTES = 64 * 1024;
const NEW_LINE = 0x0a;

/**
 * Splits a stream into lines and reads each as JSON. A line that is too long or no JSON is a
 * problem of that line alone; empty lines are passed over.
 */
export async function* ndjsonDials(
    bytes: AsyncIterable<Buffer | string>,
    readJson: (text: string) => unknown
): AsyncGenerator<NdjsonLine> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let parts: Buffer[] = [];
    let length = 0;

    function* endOfLine(): Generator<NdjsonLine> {
        const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
        const tooLong = length > LINE_BYTES;
        parts = [];
        length = 0;
        if (tooLong) {
            yield {
                problem: new HttpProblem(
                    'BODY_TOO_LARGE',
                    `The line is longer than ${LINE_BYTES / 1024} KB.`
                )
            };
            return;
        }
        const line = readLine(whole, decoder, readJson);
        if (line !== undefined) {
            yield line;
        }
    }

    function add(part: Buffer): void {
        length += part.length;
        // The rest of a line that is too long is counted, not kept.
        if (length <= LINE_BYTES) {
            parts.push(part);
        }
    }

    for await (const chunk of bytes) {
        const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        let start = 0;
        for (let end = buffer.indexOf(NEW_LINE); end >= 0; end = buffer.indexOf(NEW_LINE, start)) {
            add(buffer.subarray(start, end));
            yield* endOfLine();
            start = end + 1;
        }
        add(buffer.subarray(start));
    }
    if (length > 0) {
        yield* endOfLine();
    }
}

function readLine(
    bytes: Buffer,
    decoder: TextDecoder,
    readJson: (text: string) => unknown
): NdjsonLine | undefined {
    let text: string;
    try {
        text = decoder.decode(bytes);
    } catch {
        return { problem: new HttpProblem('MALFORMED_JSON', 'The line is not UTF-8.') };
    }
    if (text.trim() === '') {
        return undefined;
    }
    try {
        return { value: readJson(text) };
    } catch (error) {
        return {
            problem:
                error instanceof HttpProblem
                    ? error
                    : new HttpProblem('MALFORMED_JSON', 'The line is not JSON.', { cause: error })
        };
    }
}

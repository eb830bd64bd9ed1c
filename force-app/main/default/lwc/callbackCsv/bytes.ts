import { decodeUtf16, decodeUtf8 } from './decode';
import { placeAfter } from './sheet';
import type { FileProblem } from './types';

/** The largest file that is read; some 300,000 rows. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Ask it before the file is read: `file.size` is known by then. */
export function problemOfSize(size: number): FileProblem | undefined {
    if (size === 0) {
        return { code: 'empty' };
    }
    return size > MOST_BYTES ? { code: 'tooLarge', size, limit: MOST_BYTES } : undefined;
}

/** UTF-8 with or without its mark, or UTF-16 with its mark. Anything else is refused. */
export function textOfBytes(
    bytes: Uint8Array
): { readonly text: string } | { readonly problem: FileProblem } {
    const problem = problemOfSize(bytes.length) ?? problemOfKind(bytes);
    if (problem) {
        return { problem };
    }
    if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
        const text = decodeUtf16(bytes, bytes[0] === 0xff);
        return text === undefined ? { problem: { code: 'utf16' } } : textOrEmpty(text);
    }
    const decoded = decodeUtf8(bytes, begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0);
    return 'text' in decoded
        ? textOrEmpty(decoded.text)
        : { problem: { code: 'notText', ...placeAfter(decoded.until) } };
}

function textOrEmpty(text: string): { readonly text: string } | { readonly problem: FileProblem } {
    return text.trim() === '' ? { problem: { code: 'empty' } } : { text };
}

function problemOfKind(bytes: Uint8Array): FileProblem | undefined {
    // A zip file, as xlsx and ods are; the older xls.
    if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
        return { code: 'workbook' };
    }
    // In UTF-16 every other byte of Latin letters is 0.
    return bytes.length > 1 && (bytes[0] === 0) !== (bytes[1] === 0)
        ? { code: 'utf16' }
        : undefined;
}

function begins(bytes: Uint8Array, ...with_: readonly number[]): boolean {
    return with_.every((byte, at) => bytes[at] === byte);
}

/**
 * Text from bytes, by hand: the two worlds have `TextDecoder`, but it neither says where a text
 * breaks nor is it there under Jest.
 */

/** A text, or how much of it could be read before it broke. */
export type Decoded = { readonly text: string } | { readonly until: string };

/** The smallest code point that needs so many bytes: whoever uses more hides something. */
const SMALLEST = [0, 0x80, 0x800, 0x10000];
const HIGHEST = 0x10ffff;
/** A surrogate without its partner. */
const HALF_A_CHARACTER = /\p{Cs}/u;

/** UTF-8 from `from` on; NUL is no text either. */
export function decodeUtf8(bytes: Uint8Array, from: number): Decoded {
    const units = textUnits();
    let at = from;
    while (at < bytes.length) {
        const first = bytes[at];
        if (first < 0x80) {
            if (first === 0) {
                return { until: units.text() };
            }
            units.add(first);
            at += 1;
        } else {
            const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
            const point = pointOf(bytes, at, more);
            if (point === undefined) {
                return { until: units.text() };
            }
            units.add(point);
            at += 1 + more;
        }
    }
    return { text: units.text() };
}

function pointOf(bytes: Uint8Array, at: number, more: number): number | undefined {
    const first = bytes[at];
    if (first < 0xc2 || first > 0xf4) {
        return undefined;
    }
    let point = first & (0x3f >> more);
    for (let next = at + 1; next <= at + more; next += 1) {
        if (next >= bytes.length || (bytes[next] & 0xc0) !== 0x80) {
            return undefined;
        }
        point = (point << 6) | (bytes[next] & 0x3f);
    }
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    return point < SMALLEST[more] || point > HIGHEST || isSurrogate ? undefined : point;
}

/** UTF-16 from byte 2 on; undefined where it ends in the middle of a character, or holds NUL. */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string | undefined {
    if (bytes.length % 2 !== 0) {
        return undefined;
    }
    const units = textUnits();
    for (let at = 2; at < bytes.length; at += 2) {
        const [low, high] = littleEndian ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
        const unit = (high << 8) | low;
        if (unit === 0) {
            return undefined;
        }
        units.addUnit(unit);
    }
    const text = units.text();
    return HALF_A_CHARACTER.test(text) ? undefined : text;
}

/** Strings grow fastest from pieces of some thousand units. */
const PIECE = 8_192;

function textUnits() {
    const piece = new Uint16Array(PIECE);
    let used = 0;
    let text = '';
    const flush = () => {
        text += String.fromCharCode.apply(null, piece.subarray(0, used) as unknown as number[]);
        used = 0;
    };
    const addUnit = (unit: number) => {
        if (used === PIECE) {
            flush();
        }
        piece[used] = unit;
        used += 1;
    };
    return {
        addUnit,
        add: (point: number) => {
            if (point < 0x10000) {
                addUnit(point);
            } else {
                addUnit(0xd800 + ((point - 0x10000) >> 10));
                addUnit(0xdc00 + ((point - 0x10000) & 0x3ff));
            }
        },
        text: () => {
            flush();
            return text;
        }
    };
}

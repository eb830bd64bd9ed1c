/** Record ids as Salesforce writes them: 15 characters whose case counts, or 18 with a checksum of that case. */

const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form; undefined where the text is no id or its checksum is wrong. */
export function toId18(text: string): string | undefined {
    if (!ID.test(text)) {
        return undefined;
    }
    const id = text.slice(0, 15) + checksum(text);
    return text.length === 15 || text.toUpperCase() === id.toUpperCase() ? id : undefined;
}

/** One character for each group of five: the bits say which of them are capitals. */
function checksum(id: string): string {
    let suffix = '';
    for (let group = 0; group < 15; group += 5) {
        let bits = 0;
        for (let place = 0; place < 5; place++) {
            const code = id.charCodeAt(group + place);
            if (code >= 65 && code <= 90) {
                bits |= 1 << place;
            }
        }
        suffix += CHECKSUM[bits];
    }
    return suffix;
}

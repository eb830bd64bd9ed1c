/**
 * Salesforce record ids: 15 characters whose case counts, or 18 with a checksum of that case, so
 * that they survive tools that ignore case. Both forms name the same record.
 */

const ID_15 = /^[A-Za-z0-9]{15}$/;
const ID_18 = /^[A-Za-z0-9]{15}[A-Z0-5]{3}$/;
const CHECKSUM_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const CHUNK = 5;

/** Whether the text has the form of an id; 18 characters only with the right checksum. */
export function isId(text: string): boolean {
    if (ID_18.test(text)) return text.slice(15) === checksum(text);
    return ID_15.test(text);
}

/**
 * The 18-character form of an id of either form.
 * @throws RangeError when the text is not an id
 */
export function to18(id: string): string {
    if (!isId(id)) throw new RangeError(`Not a Salesforce id of 15 or 18 characters: "${id}"`);
    return id.slice(0, 15) + checksum(id);
}

/** Whether both are ids of the same record, in whichever form. */
export function sameId(a: string, b: string): boolean {
    return isId(a) && isId(b) && a.slice(0, 15) === b.slice(0, 15);
}

/** One character for every five: the number whose bits say which of them are upper case. */
function checksum(id: string): string {
    let suffix = '';
    for (let chunk = 0; chunk < 15; chunk += CHUNK) {
        let bits = 0;
        for (let place = 0; place < CHUNK; place += 1) {
            if (/[A-Z]/.test(id[chunk + place])) bits |= 1 << place;
        }
        suffix += CHECKSUM_CHARACTERS[bits];
    }
    return suffix;
}

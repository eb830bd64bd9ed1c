import * as libphonenumber from 'libphonenumber-js/max';
import {
    createNumberReader as createReaderOver,
    type NumberReader,
    type PhoneLibrary
} from '#phone';
import { isE164 } from '#resolver';

export type { NumberReader };

/** The browser's reader (`c/callbackPhone`) over the same library, here from its package. */
export function createNumberReader(): NumberReader {
    // The library's list of countries is a type; it takes any text, and knows no country by it.
    return createReaderOver(libphonenumber as PhoneLibrary, isE164);
}

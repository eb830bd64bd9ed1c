import type { CallbackNumber, E164, NumberId } from 'c/callbackResolver';

/** Three callback numbers to test with. */
export const london = callbackNumber(1, 'London office', '+442079460001', 'GB');
export const muenchen = callbackNumber(2, 'München', '+498932168001', 'DE');
export const paris = callbackNumber(3, 'Paris', '+33199001234', 'FR');
export const threeNumbers: readonly CallbackNumber[] = [london, muenchen, paris];

export function callbackNumber(
    at: number,
    label: string,
    e164: string,
    country: string
): CallbackNumber {
    const id = `a00${String(at).padStart(12, '0')}AAA` as NumberId;
    return { id, label, number: e164 as E164, active: true, country };
}

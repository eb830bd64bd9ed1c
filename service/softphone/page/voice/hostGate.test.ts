import { describe, expect, it, vi } from 'vitest';
import { createHostGate } from './hostGate.ts';

const ORG = 'https://acme.lightning.force.com';
const EMBEDDED = 'http://127.0.0.1:8080';
const SET_UP = { type: 'SETUP_CONNECTOR', connectorConfig: { a: '1' } };

function arrive(
    from: string,
    page: string,
    data: unknown = SET_UP,
    orgOrigins: readonly string[] = [ORG, EMBEDDED, 'http://[::1]:8080']
) {
    const ports = [new MessageChannel().port1];
    const message = { data, origin: from, ports, stopImmediatePropagation: vi.fn() };
    const handOn = vi.fn();
    createHostGate({ orgOrigins, ownOrigin: page, handOn })(message);
    ports.forEach((port) => port.close());
    return { isStopped: message.stopImmediatePropagation.mock.calls.length > 0, handOn, ports };
}

describe('The first message to the connector', () => {
    it('goes to the SDK as it is, where a page of the org says it', () => {
        const { isStopped, handOn } = arrive(ORG, 'https://numbers.example');
        expect(isStopped).toBe(false);
        expect(handOn).not.toHaveBeenCalled();
    });

    it.each([
        ['another page', 'https://evil.example', 'https://numbers.example'],
        ['another org', 'https://other.lightning.force.com', 'https://numbers.example'],
        ['a page of no origin', 'null', 'https://numbers.example'],
        ['another program on this computer', 'http://127.0.0.1:9999', EMBEDDED],
        ['a name that begins like this computer', 'http://127.0.0.1.evil.example', EMBEDDED]
    ])('goes no further from %s', (_what, from, page) => {
        const { isStopped, handOn } = arrive(from, page);
        expect(isStopped).toBe(true);
        expect(handOn).not.toHaveBeenCalled();
    });

    it('goes no further where no org is named', () => {
        expect(arrive(ORG, 'https://numbers.example', SET_UP, []).isStopped).toBe(true);
    });

    it.each([EMBEDDED, 'http://[::1]:8080'])(
        'of an embedded org on this computer, %s, is handed on under an origin the SDK takes',
        (from) => {
            const { isStopped, handOn, ports } = arrive(from, 'http://127.0.0.1:3000');
            expect(isStopped).toBe(true);
            const [[{ data, origin, ports: handed }]] = handOn.mock.calls;
            expect(data).toEqual(SET_UP);
            expect(handed).toEqual(ports);
            expect(origin).toMatch(/^https:\/\/.*\.example\.lightning\.force\.com$/);
        }
    );

    it('of an embedded org is not handed on by a page that is served to others', () => {
        const { isStopped, handOn } = arrive(EMBEDDED, 'https://numbers.example');
        expect(isStopped).toBe(false);
        expect(handOn).not.toHaveBeenCalled();
    });

    it('is the only one looked at: sign-in windows talk to the page, too', () => {
        const { isStopped } = arrive('https://numbers.example', 'https://numbers.example', {
            type: 'callbackNumbers.signIn'
        });
        expect(isStopped).toBe(false);
        expect(arrive('null', ORG, null).isStopped).toBe(false);
    });
});

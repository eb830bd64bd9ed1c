import { describe, expect, it } from 'vitest';
import { addressOf, routeOf } from './modules/shell/route/route.ts';

const ID = '003000000000001AAA';

describe('an address of the Lightning page', () => {
    it.each([
        ['/lightning/page/home', { kind: 'home' }],
        ['/lightning/o/Contact/list', { kind: 'list', objectApiName: 'Contact' }],
        [
            `/lightning/r/Contact/${ID}/view`,
            { kind: 'record', objectApiName: 'Contact', recordId: ID }
        ],
        [`/lightning/r/${ID}/view`, { kind: 'record', recordId: ID }],
        ['/lightning/n/Callback_Panel', { kind: 'tab', name: 'Callback_Panel' }]
    ])('%s leads there and comes from there', (address, route) => {
        expect(routeOf(address)).toEqual(route);
        expect(addressOf(routeOf(address))).toBe(address);
    });

    it.each(['/lightning/o/Contact/home', '/lightning/o/Contact/list/'])(
        '%s is a list, too',
        (address) => {
            expect(routeOf(address)).toEqual({ kind: 'list', objectApiName: 'Contact' });
        }
    );

    it.each([
        '/lightning',
        '/lightning/page/other',
        '/lightning/r/Contact/123/view',
        `/lightning/r/Contact/${ID}/edit`,
        '/lightning/o/Contact<script>/list',
        '/lightning/n/',
        '/elsewhere/lightning/page/home'
    ])('%s leads nowhere, and says so', (address) => {
        expect(routeOf(address)).toEqual({ kind: 'unknown', path: address });
    });
});

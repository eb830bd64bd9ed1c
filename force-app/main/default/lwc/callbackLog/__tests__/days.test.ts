import { dayAt, plusDays, spansOf, startOf } from '../days';
import { daysOf, freshFilter, isNarrowed, queryOf, remember, remembered } from '../wanted';

describe('A day', () => {
    it.each([
        ['Europe/Berlin', '2026-11-23', '2026-11-22T23:00:00.000Z'],
        ['America/New_York', '2026-11-23', '2026-11-23T05:00:00.000Z'],
        ['Asia/Kolkata', '2026-11-23', '2026-11-22T18:30:00.000Z'],
        ['UTC', '2026-11-23', '2026-11-23T00:00:00.000Z'],
        // The days on which clocks are changed, a few hours after midnight.
        ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
        ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z'],
        ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z']
    ])('begins in %s, %s, at %s', (zone, day, moment) => {
        expect(startOf(day, zone)).toBe(moment);
        expect(dayAt(Date.parse(moment), zone)).toBe(day);
        expect(dayAt(Date.parse(moment) - 1, zone)).toBe(plusDays(day, -1));
    });
});

describe('A period', () => {
    it('is shown day by day where that are few', () => {
        expect(spansOf({ from: '2026-02-27', to: '2026-03-01' }, 31)).toEqual([
            { from: '2026-02-27', to: '2026-02-27' },
            { from: '2026-02-28', to: '2026-02-28' },
            { from: '2026-03-01', to: '2026-03-01' }
        ]);
    });

    it('is shown some days at a time where there are many, none twice and none left out', () => {
        const spans = spansOf({ from: '2026-01-01', to: '2026-12-31' }, 31);
        expect(spans).toHaveLength(31);
        expect(spans[0]).toEqual({ from: '2026-01-01', to: '2026-01-12' });
        expect(spans.at(-1)!.to).toBe('2026-12-31');
        spans.slice(1).forEach(({ from }, i) => expect(from).toBe(plusDays(spans[i].to, 1)));
    });

    it.each([
        ['today', '2026-11-23'],
        ['week', '2026-11-17'],
        ['month', '2026-10-25']
    ] as const)('called %s begins on %s and ends today', (period, from) => {
        const filter = { ...freshFilter('2026-11-23'), period };
        expect(daysOf(filter, '2026-11-23')).toEqual({ from, to: '2026-11-23' });
    });

    it('of two days includes both', () => {
        const filter = {
            ...freshFilter('2026-11-23'),
            period: 'custom' as const,
            from: '2026-11-01',
            to: '2026-11-02'
        };
        expect(queryOf(filter, '2026-11-23', 'Europe/Berlin')).toMatchObject({
            from: '2026-10-31T23:00:00.000Z',
            until: '2026-11-02T23:00:00.000Z'
        });
    });
});

describe('What was filtered', () => {
    it('is known after a reload', () => {
        const filter = { ...freshFilter('2026-11-23'), outcome: 'blocked' };
        remember(filter);
        expect(remembered('2026-11-24')).toEqual(filter);
        expect(isNarrowed(filter)).toBe(true);
    });

    it('begins anew where it cannot be read', () => {
        sessionStorage.setItem('callbackLog.filter', '{');
        expect(remembered('2026-11-23')).toEqual(freshFilter('2026-11-23'));
        expect(isNarrowed(freshFilter('2026-11-23'))).toBe(false);
    });
});

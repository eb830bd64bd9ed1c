import { openingAt, type CallHours } from 'c/connectHours';

const at = (moment: string) => Date.parse(moment);
const hours = (timeZone: string | null, from: string | null, until: string | null): CallHours => ({
    timeZone,
    from: from && `${from}:00.000Z`,
    until: until && `${until}:00.000Z`
});

describe('A list without a limit', () => {
    it.each([
        ['blank hours', hours(null, null, null)],
        ['midnight to midnight', hours('Europe/London', '00:00', '00:00')],
        ['midnight to midnight without a zone', hours(null, '00:00', '00:00')]
    ])('is open at any time: %s', (_, list) => {
        expect(openingAt(list, at('2026-11-23T03:00:00Z'))).toEqual({ kind: 'open' });
    });
});

describe('Call hours', () => {
    const london = hours('Europe/London', '09:00', '19:30');
    const night = hours('America/New_York', '22:00', '06:00');

    it.each([
        ['before they begin', london, '2026-11-23T08:59:59Z', '2026-11-23T09:00:00Z'],
        ['when they begin', london, '2026-11-23T09:00:00Z', 'open'],
        ['in their last minute', london, '2026-11-23T19:29:59Z', 'open'],
        ['when they end', london, '2026-11-23T19:30:00Z', '2026-11-24T09:00:00Z'],
        ['in summer, in their own time', london, '2026-07-01T08:00:00Z', 'open'],
        ['over midnight, before it', night, '2026-11-24T03:30:00Z', 'open'],
        ['over midnight, after it', night, '2026-11-23T10:59:00Z', 'open'],
        ['over midnight, at noon', night, '2026-11-23T17:00:00Z', '2026-11-24T03:00:00Z'],
        [
            'from midnight on',
            hours('Asia/Kolkata', '00:00', '12:00'),
            '2026-11-23T07:00:00Z',
            '2026-11-23T18:30:00Z'
        ],
        [
            'until midnight',
            hours('Europe/Berlin', '20:00', '00:00'),
            '2026-11-22T23:00:00Z',
            '2026-11-23T19:00:00Z'
        ]
    ])('%s', (_, list, now, then) => {
        expect(openingAt(list, at(now))).toEqual(
            then === 'open' ? { kind: 'open' } : { kind: 'closed', opensAt: at(then) }
        );
    });

    it.each([
        // On 28 March 2027 London has no 01:30; the clock goes from 01:00 to 02:00.
        ['that clocks skip', hours('Europe/London', '01:30', '05:00'), '2027-03-28T01:00:00Z'],
        // On 31 October 2027 London has 01:30 twice.
        ['that come twice', hours('Europe/London', '01:30', '01:45'), '2027-10-31T00:30:00Z'],
        // Lord Howe Island moves its clocks by half an hour.
        [
            'on an island of its own',
            hours('Australia/Lord_Howe', '02:15', '03:00'),
            '2026-10-03T15:30:00Z'
        ]
    ])('%s begin with the first minute that is in them', (_, list, opensAt) => {
        const before = at(opensAt) - 20 * 60_000;
        expect(openingAt(list, before)).toEqual({ kind: 'closed', opensAt: at(opensAt) });
        expect(openingAt(list, at(opensAt))).toEqual({ kind: 'open' });
    });

    it('that come twice are hours both times', () => {
        const list = hours('Europe/London', '01:30', '01:45');
        expect(openingAt(list, at('2027-10-31T00:50:00Z'))).toEqual({
            kind: 'closed',
            opensAt: at('2027-10-31T01:30:00Z')
        });
    });

    it.each([
        ['without a zone', hours(null, '09:00', '17:00')],
        ['in a zone that nobody knows', hours('Europe/Larkfield', '09:00', '17:00')],
        ['without an end', hours('Europe/London', '09:00', null)],
        ['that end as they begin', hours('Europe/London', '09:00', '09:00')]
    ])('%s are unclear, and nobody is called', (_, list) => {
        expect(openingAt(list, at('2026-11-23T10:00:00Z'))).toEqual({ kind: 'unclear' });
    });
});

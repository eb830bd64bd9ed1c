/**
 * Telephone numbers that are never given to anybody, by the regulator that keeps them free for
 * films and books. Each entry is the fixed part in E.164 and how many digits are free after it.
 */
interface Range {
    readonly start: string;
    readonly free: number;
}

const range = (start: string, free: number): Range => ({ start, free });

/** Ofcom, numbers for drama. */
const GB = [
    ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map((area) =>
        range(`+44${area}4960`, 3)
    ),
    range('+442079460', 3),
    range('+441914980', 3),
    range('+442896496', 3),
    range('+442920180', 3),
    range('+441632960', 3),
    range('+447700900', 3),
    range('+448081570', 3),
    range('+443069990', 3)
];

/** Bundesnetzagentur, Mitteilung 148/2021: five cities, and mobile numbers of the operators. */
const DE = [
    range('+493023125', 3),
    range('+496990009', 3),
    range('+494066969', 3),
    range('+492214710', 3),
    range('+498999998', 3),
    range('+4917139200', 2),
    range('+49176040690', 2)
];

/** Arcep, numbering plan: five regions and mobile. */
const FR = ['19900', '26191', '35301', '46571', '53649', '63998'].map((start) =>
    range(`+33${start}`, 4)
);

/** PTS: Stockholm, Gothenburg, Malmö, mobile (05 to 99). */
const SE = [
    range('+468465004', 2),
    range('+463139006', 2),
    range('+464062804', 2),
    range('+467017406', 2)
];

/** ACMA: landlines of each region; mobile numbers are single ones. */
const AU = [
    ...['2', '3', '7', '8'].map((region) => range(`+61${region}5550`, 4)),
    ...['570006', '570156', '570737', '572549'].map((number) => range(`+61491${number}`, 0))
];

/** ComReg. */
const IE = [range('+3532091', 5)];

const RANGES: readonly Range[] = [...GB, ...DE, ...FR, ...SE, ...AU, ...IE];

/** North America: any area code, then 555-0100 to 555-0199. */
const NORTH_AMERICA = /^\+1[2-9]\d{2}55501\d{2}$/;

/** Whether a number in E.164 belongs to nobody and never will. */
export function isFiction(e164: string): boolean {
    return (
        NORTH_AMERICA.test(e164) ||
        RANGES.some(
            ({ start, free }) => e164.startsWith(start) && e164.length === start.length + free
        )
    );
}

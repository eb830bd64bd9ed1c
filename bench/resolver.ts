import { createDirectory, decide, type Dial, type DirectoryRows, type PrefixRule } from '#resolver';
import { median } from './measure.ts';
import { AGENT, numbersToDial, prefixWorld, seededRandom } from './prefixWorld.ts';

/** An hour of a large call centre: 1,000 people, each called twenty times in random order. */
const PEOPLE = 1_000;
const DIALS = 20 * PEOPLE;
const ROUNDS = 31;

/**
 * A decision among a million prefix rules against one among ten, and against a plain
 * longest-prefix walk on a `Map` of the same prefixes. The three are measured in turns within
 * one run; each figure is the median of the rounds' ratios.
 */
function benchResolver(): Record<string, number> {
    const large = prepare(prefixWorld(1_000_000));
    const small = prepare(prefixWorld(10));
    // The garbage of the preparation would otherwise be collected during the first rounds.
    globalThis.gc?.();
    const growth = rounds(large.decideAll, small.decideAll);
    const vsMap = rounds(large.decideAll, large.walkAll);
    return { resolver_growth: median(growth), resolver_vs_map: median(vsMap) };
}

/** How much longer `one` takes than `other`, measured in turns. */
function rounds(one: () => void, other: () => void): number[] {
    return Array.from({ length: ROUNDS }, () => {
        const tOther = time(other);
        return time(one) / tOther;
    });
}

function prepare(rows: DirectoryRows) {
    const directory = createDirectory(rows);
    const random = seededRandom(11);
    const people = numbersToDial(rows, PEOPLE);
    const dials = Array.from({ length: DIALS }, (): Dial => ({
        agentId: AGENT,
        channel: 'clickToDial',
        number: people[Math.floor(random() * PEOPLE)]
    }));
    const map = new Map(rows.rules.map((rule) => [(rule as PrefixRule).prefix, rule]));
    return {
        decideAll: () => {
            let presented = 0;
            for (const dial of dials) {
                const resolution = decide(directory, dial);
                if (
                    resolution.status === 'decided' &&
                    resolution.decision.outcome === 'presented'
                ) {
                    presented++;
                }
            }
            assertAll(presented);
        },
        walkAll: () => {
            let found = 0;
            for (const { number } of dials) {
                for (let length = number.length; length > 1; length--) {
                    if (map.get(number.slice(0, length)) !== undefined) {
                        found++;
                        break;
                    }
                }
            }
            assertAll(found);
        }
    };
}

/** Keeps the work from being optimised away, and the two honest: both must find every number. */
function assertAll(found: number): void {
    if (found !== DIALS) {
        throw new Error(`Expected ${DIALS} numbers to be found, got ${found}.`);
    }
}

function time(work: () => void): number {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start);
}

console.log(JSON.stringify(benchResolver()));

import { compareRules, type Ordered } from 'c/callbackResolver';
import { NEW_RULE } from 'c/callbackRuleForm';

export const HIGHEST_PRIORITY = 999_999;
const GAP = 10;

/**
 * The priorities that bring rules into the order wanted. As few rules as possible get another
 * one: rules that stand in the right order to each other, with enough room between them for those
 * that have to move, keep theirs.
 *
 * @param wanted in the order wanted; a rule not yet saved always gets a priority
 * @returns new priorities by rule id, only of those that change
 */
export function renumber(wanted: readonly Ordered[]): ReadonlyMap<string, number> {
    const steps = stepsOf(wanted);
    const kept = longestKept(wanted, steps);
    const changed = new Map<string, number>();
    for (let k = 0; k <= kept.length; k += 1) {
        const from = k === 0 ? -1 : kept[k - 1];
        const to = k === kept.length ? wanted.length : kept[k];
        const low = k === 0 ? undefined : wanted[from].priority;
        const high = k === kept.length ? undefined : wanted[to].priority;
        between(low, high, steps.slice(from + 1, to)).forEach((priority, at) => {
            const rule = wanted[from + 1 + at];
            if (priority !== rule.priority || rule.id === NEW_RULE) {
                changed.set(rule.id, priority);
            }
        });
    }
    return changed;
}

/** By how much each rule's priority has to exceed the one before: 0 where a tie falls rightly. */
function stepsOf(wanted: readonly Ordered[]): number[] {
    return wanted.map((rule, at) => (at > 0 && tieFalls(wanted[at - 1], rule) ? 0 : 1));
}

/** Whether at equal priority the first comes before the second. The id of a new rule is not known. */
function tieFalls(first: Ordered, second: Ordered): boolean {
    return (
        first.id !== NEW_RULE &&
        second.id !== NEW_RULE &&
        compareRules(first, { ...second, priority: first.priority }) < 0
    );
}

/**
 * Places of the rules that keep their priority. Two may both stay when what lies between them
 * fits; taking the steps off the priorities makes that "not smaller than", so the most rules that
 * may stay are a longest non-decreasing run.
 */
function longestKept(wanted: readonly Ordered[], steps: readonly number[]): number[] {
    const ends: number[] = [];
    const values: number[] = [];
    const before: (number | undefined)[] = [];
    let sum = 0;
    const total = steps.reduce((all, step) => all + step, 0);
    wanted.forEach((rule, at) => {
        sum += steps[at];
        const value = rule.priority - sum;
        if (rule.id === NEW_RULE || rule.priority + total - sum > HIGHEST_PRIORITY) {
            return;
        }
        const place = firstAbove(values, value);
        values[place] = value;
        ends[place] = at;
        before[at] = ends[place - 1];
    });
    const kept: number[] = [];
    for (let at = ends.at(-1); at !== undefined; at = before[at]) {
        kept.push(at);
    }
    return kept.reverse();
}

function firstAbove(ascending: readonly number[], value: number): number {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (ascending[middle] > value) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/** Priorities for the rules between two that stay; with gaps where there is room. */
function between(
    low: number | undefined,
    high: number | undefined,
    steps: readonly number[]
): number[] {
    const count = steps.length;
    if (low === undefined) {
        const top = high ?? GAP * (count + 1);
        // Below 1 only where there is no room above it.
        const spread = Math.max(1, gapIn(top, count + 1));
        return evenly(top - spread * (count + 1), spread, count);
    }
    const spread =
        high === undefined ? gapIn(HIGHEST_PRIORITY - low, count) : gapIn(high - low, count + 1);
    return spread >= 1 ? evenly(low, spread, count) : tightly(low, steps);
}

function gapIn(room: number, parts: number): number {
    return Math.min(GAP, Math.floor(room / parts));
}

function evenly(low: number, spread: number, count: number): number[] {
    return Array.from({ length: count }, (_, at) => low + spread * (at + 1));
}

function tightly(low: number, steps: readonly number[]): number[] {
    let priority = low;
    return steps.map((step) => (priority += step));
}

/** What the worklist says about its lists and about what there is to do. */
import lang from '@salesforce/i18n/lang';
import closed from '@salesforce/label/c.Callback_Connect_Closed';
import closedUntil from '@salesforce/label/c.Callback_Connect_Closed_Until';
import hoursOver from '@salesforce/label/c.Callback_Connect_Hours_Over';
import listOpen from '@salesforce/label/c.Callback_Connect_List_Open';
import listOpens from '@salesforce/label/c.Callback_Connect_List_Opens';
import listOver from '@salesforce/label/c.Callback_Connect_List_Over';
import listUnclear from '@salesforce/label/c.Callback_Connect_List_Unclear';
import nobody from '@salesforce/label/c.Callback_Connect_Nobody';
import nobodyUntil from '@salesforce/label/c.Callback_Connect_Nobody_Until';
import noneChosen from '@salesforce/label/c.Callback_Connect_None_Chosen';
import waiting from '@salesforce/label/c.Callback_Connect_Waiting';
import type { Opening } from 'c/connectHours';
import type { ChosenList } from './lists';

const NEAR_MS = 6 * 86_400_000;

/** The time alone where it is today, the day with it otherwise. */
export function momentText(at: number, now: number): string {
    const [then, today] = [new Date(at), new Date(now)];
    const isToday = then.toDateString() === today.toDateString();
    const day =
        Math.abs(at - now) < NEAR_MS
            ? ({ weekday: 'long' } as const)
            : ({ day: 'numeric', month: 'long' } as const);
    return new Intl.DateTimeFormat(lang, {
        hour: '2-digit',
        minute: '2-digit',
        ...(!isToday && day)
    }).format(then);
}

export function openingText(opening: Opening, now: number): string {
    switch (opening.kind) {
        case 'open':
            return listOpen;
        case 'closed':
            return listOpens.replace('{0}', () => momentText(opening.opensAt, now));
        case 'unclear':
            return listUnclear;
    }
}

/** Why the entry of this list must not be called now; undefined where it may be. */
export function notNow(list: ChosenList | undefined, now: number): string | undefined {
    switch (list?.opening.kind) {
        case 'open':
            return undefined;
        case 'closed':
            return hoursOver.replace('{0}', momentText(list.opening.opensAt, now));
        default:
            return listOver;
    }
}

/** What there is to do. */
export function idleSentences(
    lists: readonly ChosenList[],
    { waitingCount, nextAt }: { readonly waitingCount: number; readonly nextAt?: number },
    now: number
): readonly string[] {
    const chosen = lists.filter((list) => list.chosen);
    if (chosen.length === 0) {
        return [noneChosen];
    }
    if (!chosen.some(({ opening }) => opening.kind === 'open')) {
        const [first] = chosen
            .flatMap(({ opening }) => ('opensAt' in opening ? opening.opensAt : []))
            .sort((one, other) => one - other);
        return [closed, ...until(closedUntil, first, now)];
    }
    return waitingCount > 0
        ? [waiting.replace('{0}', String(waitingCount))]
        : [nobody, ...until(nobodyUntil, nextAt, now)];
}

function until(words: string, at: number | undefined, now: number): readonly string[] {
    return at === undefined ? [] : [words.replace('{0}', momentText(at, now))];
}

import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { reduceErrors } from 'c/callbackErrors';
import { saveRows, type Ask } from 'c/callbackSetupData';
import type { SaveState } from 'c/callbackSaveProgress';
import type { FilterValues, FindState } from 'c/connectCandidates';
import {
    entryChange,
    isComplete,
    readCandidates,
    readOnList,
    type Candidate,
    type CandidateFilter
} from 'c/connectData';

/** More than agents call in a day; a list can be filled in several turns. */
export const MOST_AT_ONCE = 10_000;
const FIRST = 10;

interface Around {
    readonly ask: Ask;
    readonly listId: () => string;
    readonly showFound: (state: FindState) => void;
    readonly showSaving: (state: SaveState) => void;
}

/** A filter as the data module takes it. */
export function filterOf(values: FilterValues, info: ObjectInfo | undefined): CandidateFilter {
    return {
        ...values,
        conditions: values.conditions.map((one) => ({
            ...one,
            dataType: info?.fields[one.field]?.dataType ?? ''
        }))
    };
}

export function isFilled({ phoneField, conditions }: CandidateFilter): boolean {
    return phoneField !== '' && conditions.every(isComplete);
}

/** Finds contacts or leads, and puts those on a list that are not on it. */
export class Finding {
    private readonly around: Around;
    private toAdd: readonly Candidate[] = [];
    private objectApiName = '';
    private lastOrder = 0;
    private stop = new AbortController();

    constructor(around: Around) {
        this.around = around;
    }

    /** What was found before is forgotten. */
    forget(): void {
        this.stop.abort();
        this.stop = new AbortController();
        this.toAdd = [];
        this.around.showFound({ kind: 'none' });
    }

    async look(filter: CandidateFilter): Promise<void> {
        this.forget();
        const { ask, listId, showFound } = this.around;
        const { signal } = this.stop;
        showFound({ kind: 'looking', read: 0 });
        try {
            const { whos, lastOrder } = await readOnList(ask, listId(), (text) => text);
            const { found, totalCount } = await readCandidates(ask, filter, {
                limit: MOST_AT_ONCE + whos.size,
                signal,
                onProgress: (read) => {
                    if (!signal.aborted) {
                        showFound({ kind: 'looking', read });
                    }
                }
            });
            if (signal.aborted) {
                return;
            }
            const missing = found.filter(({ recordId }) => !whos.has(recordId));
            const areMore = totalCount > found.length || missing.length > MOST_AT_ONCE;
            this.toAdd = missing.slice(0, MOST_AT_ONCE);
            this.objectApiName = filter.objectApiName;
            this.lastOrder = lastOrder;
            showFound({
                kind: 'found',
                toAdd: this.toAdd.length,
                onList: found.length - missing.length,
                ...(areMore && { atMost: MOST_AT_ONCE }),
                first: this.toAdd.slice(0, FIRST).map(({ recordId, name, phone }) => ({
                    key: recordId,
                    name,
                    phone
                }))
            });
        } catch (errors) {
            if (!signal.aborted) {
                showFound({ kind: 'failed', errors: reduceErrors(errors) });
            }
        }
    }

    /** One that is refused takes no other with it; what was cancelled can be added again. */
    async add(): Promise<void> {
        const { listId, showSaving } = this.around;
        const { toAdd, objectApiName, lastOrder } = this;
        this.forget();
        const { signal } = this.stop;
        const total = toAdd.length;
        showSaving({ kind: 'saving', done: 0, total });
        const results = await saveRows(
            toAdd.map(({ recordId, name, phone }, at) =>
                entryChange(listId(), {
                    phone,
                    recordId,
                    objectApiName,
                    customer: name,
                    order: lastOrder + at + 1,
                    who: recordId
                })
            ),
            { signal, onProgress: (done) => showSaving({ kind: 'saving', done, total }) }
        );
        showSaving({
            kind: 'saved',
            total,
            saved: results.filter(({ kind }) => kind === 'saved').length,
            failures: results.flatMap((result, at) => {
                const { name } = toAdd[at];
                return 'errors' in result ? [{ name, reason: result.errors.join(' ') }] : [];
            })
        });
    }

    cancel(): void {
        this.stop.abort();
    }
}

import { reduceErrors } from 'c/callbackErrors';
import type { Impact } from 'c/callbackRuleImpact';
import type { Meanwhile } from 'c/callbackRuleNotice';
import type { SaveState } from 'c/callbackSaveProgress';
import type { SavedRule } from 'c/callbackSetupData';
import { rulesOf, type Draft } from './draft';
import { meanwhileTo, rebased } from './meanwhile';
import { readSavedRules, saveDraft } from './saving';
import { impactOf, type Org } from './trying';

/** How far a save has come, and what it came to. */
export interface Saving {
    readonly isBusy: boolean;
    readonly isTrying: boolean;
    readonly progress: SaveState;
    /** What others did; the admin has to look at it before saving again. */
    readonly meanwhile: readonly Meanwhile[];
    /** What would change; saving waits until the admin has seen it. */
    readonly impact?: Impact;
    /** What the org said of the rule being edited. */
    readonly errors: readonly string[];
    readonly problem?: string;
}

export const NOT_SAVING: Saving = {
    isBusy: false,
    isTrying: false,
    progress: { kind: 'idle' },
    meanwhile: [],
    errors: []
};

/** What was read after a save, whatever it came to. */
export interface SaveResult {
    readonly rules: readonly SavedRule[];
    /** Set where the rule being edited is saved. */
    readonly editedId?: string;
}

/** Saves drafts: looks what others did, tries the expectations, writes, reads anew. */
export class RuleSaver {
    private readonly org: Org;
    private readonly show: (saving: Saving) => void;
    private saving = NOT_SAVING;
    private stopping = new AbortController();
    private answerImpact: (mayProceed: boolean) => void = () => undefined;

    /** @param show is told whenever something about the save is new */
    constructor(org: Org, show: (saving: Saving) => void) {
        this.org = org;
        this.show = show;
    }

    /** Never rejects; undefined where the rules are not known anew. */
    async save(wanted: Draft): Promise<SaveResult | undefined> {
        this.tell({ ...NOT_SAVING, isBusy: true });
        try {
            const rules = await readSavedRules(this.org.ask);
            const meanwhile = meanwhileTo(wanted, rules);
            if (meanwhile.length > 0) {
                this.tell({ meanwhile });
                return { rules };
            }
            const draft = rebased(wanted, rules);
            return (await this.mayChangeExpectations(draft)) ? await this.write(draft) : { rules };
        } catch (errors) {
            this.tell({ problem: reduceErrors(errors).join(' ') });
            return undefined;
        } finally {
            this.tell({ isBusy: false });
        }
    }

    /** The admin has seen the impact. */
    answer(mayProceed: boolean): void {
        this.tell({ impact: undefined });
        this.answerImpact(mayProceed);
    }
    stop(): void {
        this.stopping.abort();
    }
    /** The result was read. */
    dismiss(): void {
        this.tell({ progress: { kind: 'idle' } });
    }

    private async mayChangeExpectations(draft: Draft): Promise<boolean> {
        this.tell({ isTrying: true });
        const impact = await impactOf(rulesOf(draft), this.org);
        this.tell({ isTrying: false, impact });
        return impact === undefined || new Promise((resolve) => (this.answerImpact = resolve));
    }

    private async write(draft: Draft): Promise<SaveResult> {
        this.stopping = new AbortController();
        const { saved, total, failures, editedErrors, editedId } = await saveDraft(draft, {
            ask: this.org.ask,
            signal: this.stopping.signal,
            onProgress: (done, all) => this.tell({ progress: { kind: 'saving', done, total: all } })
        });
        this.tell({ progress: { kind: 'saved', saved, total, failures }, errors: editedErrors });
        const rules = await readSavedRules(this.org.ask);
        return { rules, ...(draft.edited && editedErrors.length === 0 && { editedId }) };
    }

    private tell(news: Partial<Saving>): void {
        this.saving = { ...this.saving, ...news };
        this.show(this.saving);
    }
}

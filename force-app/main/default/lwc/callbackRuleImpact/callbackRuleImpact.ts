import { LightningElement, api } from 'lwc';
import after from '@salesforce/label/c.Callback_Setup_Rules_Impact_After';
import ask from '@salesforce/label/c.Callback_Setup_Rules_Impact_Ask';
import back from '@salesforce/label/c.Callback_Setup_Rules_Impact_Back';
import before from '@salesforce/label/c.Callback_Setup_Rules_Impact_Before';
import expected from '@salesforce/label/c.Callback_Setup_Rules_Impact_Expected';
import failed from '@salesforce/label/c.Callback_Setup_Rules_Impact_Failed';
import more from '@salesforce/label/c.Callback_Setup_Rules_Impact_More';
import notExpected from '@salesforce/label/c.Callback_Setup_Rules_Impact_Not_Expected';
import open from '@salesforce/label/c.Callback_Setup_Rules_Impact_Open';
import problemText from '@salesforce/label/c.Callback_Setup_Rules_Impact_Problem';
import proceed from '@salesforce/label/c.Callback_Setup_Rules_Impact_Proceed';
import title from '@salesforce/label/c.Callback_Setup_Rules_Impact_Title';
import unusable from '@salesforce/label/c.Callback_Setup_Rules_Impact_Unusable';
import { filled } from 'c/callbackLabel';
import { changedByDraft, type Judged, type Verdict } from 'c/callbackSimulation';

/** What trying the saved expectations with a draft gave. */
export interface Impact {
    readonly judged: readonly Judged[];
    /** Why none could be tried. */
    readonly problem?: string;
}

const MOST_SHOWN = 20;

/**
 * Presentational. Which saved expectations a change of the rules would change, before and after.
 *
 * `proceed`: save all the same. `back`: do not save.
 */
export default class CallbackRuleImpact extends LightningElement {
    @api impact: Impact = { judged: [] };

    words = { ask, back, proceed };

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('h2')?.focus();
    }

    get heading(): string {
        const { judged } = this.impact;
        return filled(title, this.changed.length, judged.length);
    }
    get failedText(): string | undefined {
        const { judged, problem } = this.impact;
        const untried = judged.filter(({ verdict }) => verdict.kind === 'failed').length;
        if (problem !== undefined) {
            return filled(problemText, problem);
        }
        return untried > 0 ? filled(failed, untried) : undefined;
    }
    get items() {
        return this.changed.slice(0, MOST_SHOWN).map(({ expectation, verdict, before: was }) => {
            const passes = verdict.kind === 'passed';
            return {
                id: expectation.id,
                name: expectation.name,
                badge: passes ? expected : notExpected,
                badgeClass: `slds-m-left_x-small ${passes ? '' : 'slds-theme_warning'}`,
                sides: [sideOf(before, was), sideOf(after, verdict)]
            };
        });
    }
    get moreText(): string | undefined {
        const further = this.changed.length - MOST_SHOWN;
        return further > 0 ? filled(more, further) : undefined;
    }

    handleProceed(): void {
        this.dispatchEvent(new CustomEvent('proceed'));
    }
    handleBack(): void {
        this.dispatchEvent(new CustomEvent('back'));
    }
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            this.handleBack();
        }
    }

    private get changed(): readonly Judged[] {
        return this.impact.judged.filter(changedByDraft);
    }
}

function sideOf(heading: string, verdict: Verdict | undefined) {
    return verdict && 'decision' in verdict
        ? { title: heading, decision: verdict.decision, names: verdict.names }
        : { title: heading, text: verdict?.kind === 'open' ? open : unusable };
}

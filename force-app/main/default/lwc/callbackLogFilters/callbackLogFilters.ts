import { LightningElement, api } from 'lwc';
import agent from '@salesforce/label/c.Callback_Log_Agent';
import all from '@salesforce/label/c.Callback_Log_All';
import channel from '@salesforce/label/c.Callback_Log_Channel';
import clear from '@salesforce/label/c.Callback_Log_Clear';
import days from '@salesforce/label/c.Callback_Log_Days';
import dialled from '@salesforce/label/c.Callback_Log_Dialled_Contains';
import fromDay from '@salesforce/label/c.Callback_Log_From';
import fromTo from '@salesforce/label/c.Callback_Log_From_To';
import number from '@salesforce/label/c.Callback_Log_Number';
import outcome from '@salesforce/label/c.Callback_Log_Outcome';
import period from '@salesforce/label/c.Callback_Log_Period';
import periodWrong from '@salesforce/label/c.Callback_Log_Period_Wrong';
import reason from '@salesforce/label/c.Callback_Log_Reason';
import rule from '@salesforce/label/c.Callback_Log_Rule';
import toDay from '@salesforce/label/c.Callback_Log_To';
import today from '@salesforce/label/c.Callback_Log_Today';
import { CHANNELS, ERRORS, filled, OUTCOMES } from 'c/callbackLogWords';

/** Blank hides nothing. */
export interface LogFilter {
    readonly period: 'today' | 'week' | 'month' | 'custom';
    /** Days as `YYYY-MM-DD`, both included; of a period of the user's own. */
    readonly from: string;
    readonly to: string;
    readonly agentId: string;
    readonly numberId: string;
    readonly ruleId: string;
    readonly outcome: string;
    readonly channel: string;
    readonly errorCode: string;
    readonly dialled: string;
}

/** What `lightning-record-picker` is to search. */
export interface Picker {
    readonly objectApiName: string;
    readonly displayInfo?: object;
    readonly matchingInfo?: object;
}

const PERIODS = [
    { value: 'today', label: today },
    { value: 'week', label: filled(days, 7) },
    { value: 'month', label: filled(days, 30) },
    { value: 'custom', label: fromTo }
];

/**
 * Presentational. Which decisions of the log are wanted.
 *
 * `filterchange` with `{ settings }`: what is wanted otherwise now. `clear`: all of them.
 */
export default class CallbackLogFilters extends LightningElement {
    @api filter: LogFilter | undefined;
    /** Objects of the three pickers. */
    @api pickers: { readonly [name in 'agent' | 'number' | 'rule']: Picker } | undefined;
    /** Whether any filter but the period is set. */
    @api narrowed = false;

    words = { clear, dialled, fromDay, toDay };

    get boxes() {
        const { filter } = this;
        const box = (name: keyof LogFilter, label: string, options: readonly object[]) => ({
            name,
            label,
            options,
            value: filter?.[name] ?? ''
        });
        const any = { value: '', label: all };
        return [
            box('period', period, PERIODS),
            box('outcome', outcome, [any, ...optionsOf(OUTCOMES)]),
            box('channel', channel, [any, ...optionsOf(CHANNELS)]),
            box('errorCode', reason, [any, ...optionsOf(ERRORS)])
        ];
    }
    get searches() {
        const { filter, pickers } = this;
        return (
            pickers &&
            filter && [
                { name: 'agentId', label: agent, value: filter.agentId || null, ...pickers.agent },
                {
                    name: 'numberId',
                    label: number,
                    value: filter.numberId || null,
                    ...pickers.number
                },
                { name: 'ruleId', label: rule, value: filter.ruleId || null, ...pickers.rule }
            ]
        );
    }
    get isCustom(): boolean {
        return this.filter?.period === 'custom';
    }

    handleBox(event: CustomEvent<{ value: string }>): void {
        this.tell({ [nameOf(event)]: event.detail.value });
    }
    handlePick(event: CustomEvent<{ recordId: string | null }>): void {
        this.tell({ [nameOf(event)]: event.detail.recordId ?? '' });
    }
    /** A period needs both of its days, the first one first. */
    handleDay(): void {
        const [from, to] = ['from', 'to'].map((name) =>
            this.template!.querySelector<DayInput>(`[data-filter="${name}"]`)!
        );
        const isWrong = Boolean(from.value && to.value) && to.value < from.value;
        to.setCustomValidity(isWrong ? periodWrong : '');
        if (to.reportValidity() && from.value && to.value) {
            this.tell({ from: from.value, to: to.value });
        }
    }
    /** Not with every key: each search is a question to the org. */
    handleText({ target }: Event): void {
        const { value } = target as HTMLInputElement;
        if (value !== this.filter?.dialled) {
            this.tell({ dialled: value });
        }
    }
    handleCleared(event: CustomEvent<{ value: string }>): void {
        if (event.detail.value === '') {
            this.handleText(event);
        }
    }
    handleClear(): void {
        this.template!.querySelectorAll<RecordPicker>('lightning-record-picker').forEach((picker) =>
            picker.clearSelection()
        );
        this.dispatchEvent(new CustomEvent('clear'));
    }

    private tell(settings: Partial<LogFilter>): void {
        this.dispatchEvent(new CustomEvent('filterchange', { detail: { settings } }));
    }
}

function nameOf({ target }: Event): string {
    return (target as HTMLElement).dataset.filter!;
}

function optionsOf(words: Readonly<Record<string, string>>) {
    return Object.entries(words).map(([value, label]) => ({ value, label }));
}

type DayInput = HTMLElement & {
    readonly value: string;
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
};
type RecordPicker = HTMLElement & { clearSelection(): void };

import { LightningElement, api } from 'lwc';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import agent from '@salesforce/label/c.Callback_Log_Agent';
import channel from '@salesforce/label/c.Callback_Log_Channel';
import decisions from '@salesforce/label/c.Callback_Log_Decisions';
import dialled from '@salesforce/label/c.Callback_Log_Dialled';
import number from '@salesforce/label/c.Callback_Log_Number';
import openRecord from '@salesforce/label/c.Callback_Log_Open_Record';
import outcome from '@salesforce/label/c.Callback_Log_Outcome';
import source from '@salesforce/label/c.Callback_Log_Source';
import said from '@salesforce/label/c.Callback_Log_Telephony_Said';
import time from '@salesforce/label/c.Callback_Log_Time';
import unnamed from '@salesforce/label/c.Callback_Log_Unnamed';
import why from '@salesforce/label/c.Callback_Log_Why';
import whyOf from '@salesforce/label/c.Callback_Log_Why_Of';
import type { ShownTrace } from 'c/callbackLogReason';
import {
    CHANNELS,
    errorText,
    filled,
    OUTCOMES,
    SOURCES,
    type LogLine,
    type LogOutcome
} from 'c/callbackLogWords';
import { formatted } from 'c/callbackNumberText';

/** Chains of reasons that are open, by decision; undefined while one is read. */
export type OpenTraces = Readonly<Record<string, ShownTrace | undefined>>;

const LOOKS: Readonly<Record<LogOutcome, object>> = {
    presented: { outcomeIcon: 'utility:success', outcomeVariant: 'success' },
    blocked: { outcomeIcon: 'utility:error', outcomeVariant: 'error' },
    refused: { outcomeIcon: 'utility:warning', outcomeVariant: 'warning' }
};

const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone
});

/**
 * Presentational. Decisions of the log, each with its chain of reasons.
 *
 * `toggle` with `{ id }`: open or close the reasons of a decision. `record` with `{ recordId }`.
 */
export default class CallbackLogTable extends LightningElement {
    @api lines: readonly LogLine[] = [];
    @api open: OpenTraces = {};

    words = { agent, channel, decisions, dialled, number, openRecord, outcome, source, time, why };

    get rows() {
        return this.lines.map((line) => {
            const isOpen = line.id in this.open;
            const decidedAt = moment.format(new Date(line.decidedAt));
            const dialledText = line.dialled.startsWith('+')
                ? formatted(line.dialled)
                : line.dialled;
            return {
                ...line,
                decidedAt,
                dialledText,
                reasonKey: `${line.id} reasons`,
                channelText: line.channel ? CHANNELS[line.channel] : '',
                outcomeText: OUTCOMES[line.outcome],
                ...LOOKS[line.outcome],
                errorText: errorText(line.errorCode),
                saidText: line.telephonyReason && filled(said, line.telephonyReason),
                numberText: line.number && formatted(line.number),
                sourceText: line.source ? SOURCES[line.source] : '',
                ruleText: line.rule || (line.source === 'rule' ? unnamed : ''),
                isOpen,
                expanded: String(isOpen),
                icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
                whyText: filled(whyOf, dialledText, decidedAt),
                shown: this.open[line.id]
            };
        });
    }

    /** Onto the button of a decision. */
    @api focusLine(id: string): void {
        this.template!.querySelector<HTMLElement>(`button[data-id="${id}"]`)?.focus();
    }

    handleToggle({ currentTarget }: Event): void {
        const { id } = (currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('toggle', { detail: { id } }));
    }
    handleRecord({ target }: Event): void {
        const { record: recordId } = (target as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('record', { detail: { recordId } }));
    }
}

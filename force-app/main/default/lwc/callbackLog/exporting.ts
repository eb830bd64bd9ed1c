import agent from '@salesforce/label/c.Callback_Log_Agent';
import channel from '@salesforce/label/c.Callback_Log_Channel';
import decision from '@salesforce/label/c.Callback_Log_Decision_Name';
import dialled from '@salesforce/label/c.Callback_Log_Dialled';
import label from '@salesforce/label/c.Callback_Log_Label';
import number from '@salesforce/label/c.Callback_Log_Number';
import outcome from '@salesforce/label/c.Callback_Log_Outcome';
import reason from '@salesforce/label/c.Callback_Log_Reason';
import recordId from '@salesforce/label/c.Callback_Log_Record_Id';
import rule from '@salesforce/label/c.Callback_Log_Rule';
import source from '@salesforce/label/c.Callback_Log_Source';
import telephonyReason from '@salesforce/label/c.Callback_Log_Telephony_Reason';
import timeUtc from '@salesforce/label/c.Callback_Log_Time_Utc';
import { writeCsv } from 'c/callbackCsv';
import { CHANNELS, errorText, OUTCOMES, SOURCES, type LogLine } from 'c/callbackLogWords';
import { placeBehind, readLog, type Ask, type LogQuery } from 'c/callbackSetupData';

/** More than that no spreadsheet is opened with, and the page keeps them in memory. */
export const MOST_EXPORTED = 50_000;
const PAGE = 2000;

const COLUMNS: readonly (readonly [name: string, value: (line: LogLine) => string])[] = [
    [decision, ({ name }) => name],
    [timeUtc, ({ decidedAt }) => decidedAt],
    [agent, (line) => line.agent],
    [channel, (line) => (line.channel ? CHANNELS[line.channel] : '')],
    [dialled, (line) => line.dialled],
    [recordId, (line) => line.recordId],
    [outcome, (line) => OUTCOMES[line.outcome]],
    [number, (line) => line.number],
    [label, (line) => line.label],
    [source, (line) => (line.source ? SOURCES[line.source] : '')],
    [rule, (line) => line.rule],
    [reason, ({ errorCode }) => errorText(errorCode)],
    [telephonyReason, (line) => line.telephonyReason]
];

/** Everything that fits, page by page; undefined once it was cancelled. */
export async function readForExport(
    ask: Ask,
    query: LogQuery,
    { onProgress, signal }: { onProgress(done: number): void; readonly signal: AbortSignal }
): Promise<readonly LogLine[] | undefined> {
    const lines: LogLine[] = [];
    let isMore = true;
    while (isMore && lines.length < MOST_EXPORTED) {
        const first = Math.min(PAGE, MOST_EXPORTED - lines.length);
        // eslint-disable-next-line no-await-in-loop -- a page begins where the one before ends
        const page = await readLog(ask, query, first, placeBehind(lines));
        if (signal.aborted) {
            return undefined;
        }
        lines.push(...page.rows);
        isMore = page.next !== undefined;
        onProgress(lines.length);
    }
    return lines;
}

export function csvOf(lines: readonly LogLine[]): string {
    return writeCsv(
        COLUMNS.map(([name]) => name),
        lines.map((line) => COLUMNS.map(([, value]) => value(line)))
    );
}

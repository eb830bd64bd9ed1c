import again from '@salesforce/label/c.Callback_Setup_Rules_Catches_Again';
import agent from '@salesforce/label/c.Callback_Setup_Rules_Catches_Agent';
import agents from '@salesforce/label/c.Callback_Setup_Rules_Catches_Agents';
import close from '@salesforce/label/c.Callback_Setup_Rules_Close';
import counting from '@salesforce/label/c.Callback_Setup_Rules_Catches_Counting';
import earlier from '@salesforce/label/c.Callback_Setup_Rules_Catches_Earlier';
import entries from '@salesforce/label/c.Callback_Setup_Rules_Catches_Entries';
import examples from '@salesforce/label/c.Callback_Setup_Rules_Catches_Examples';
import failed from '@salesforce/label/c.Callback_Setup_Rules_Catches_Failed';
import inactive from '@salesforce/label/c.Callback_Setup_Rules_Catches_Inactive';
import incomplete from '@salesforce/label/c.Callback_Setup_Rules_Catches_Incomplete';
import matched from '@salesforce/label/c.Callback_Setup_Rules_Catches_Matched';
import may from '@salesforce/label/c.Callback_Setup_Rules_Catches_May';
import nobody from '@salesforce/label/c.Callback_Setup_Rules_Catches_Nobody';
import open from '@salesforce/label/c.Callback_Setup_Rules_Catches_Open';
import otherwise from '@salesforce/label/c.Callback_Setup_Rules_Catches_Otherwise';
import sample from '@salesforce/label/c.Callback_Setup_Rules_Catches_Sample';
import selector from '@salesforce/label/c.Callback_Setup_Rules_Catches_Selector';
import title from '@salesforce/label/c.Callback_Setup_Rules_Catches_Title';
import wins from '@salesforce/label/c.Callback_Setup_Rules_Catches_Wins';
import { filled } from 'c/callbackLabel';
import type { Count } from './counting';

export const WORDS = {
    again,
    agent,
    agents,
    close,
    counting,
    entries,
    failed,
    inactive,
    incomplete,
    may,
    nobody,
    sample,
    selector,
    title
};

/** A count in sentences. */
export function linesOf(
    count: Count,
    names: {
        /** Of the object, in the plural. */
        readonly records: string;
        readonly agent: string | undefined;
        ruleName(ruleId: string): string;
    }
): readonly string[] {
    const { earlier: before } = count;
    const told = (text: string, ...values: readonly (string | number)[]) => filled(text, ...values);
    return [
        told(matched, inDigits(count.matched), inDigits(count.looked), names.records),
        ...(count.examples.length > 0 ? [told(examples, count.examples.join(', '))] : []),
        ...(names.agent !== undefined && count.matched > 0
            ? [told(wins, names.agent, inDigits(count.wins))]
            : []),
        ...[...before]
            .sort(([, a], [, b]) => b - a)
            .map(([id, times]) => told(earlier, names.ruleName(id), inDigits(times))),
        ...(count.open > 0 ? [told(open, inDigits(count.open))] : []),
        ...(count.otherwise > 0 ? [told(otherwise, inDigits(count.otherwise))] : [])
    ];
}

export function inDigits(count: number): string {
    return count.toLocaleString();
}

export { filled };

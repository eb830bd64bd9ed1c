/** Presentational. What is said of calls that are tried, and of what is expected of them. */
import blocked from '@salesforce/label/c.Callback_Simulator_Blocked';
import expected from '@salesforce/label/c.Callback_Simulator_Expected';
import openHidden from '@salesforce/label/c.Callback_Simulator_Open_Hidden';
import openSelector from '@salesforce/label/c.Callback_Simulator_Open_Selector';
import { filled } from 'c/callbackLabel';
import type { Expectation, Names, Outlook } from 'c/callbackSimulation';

/** Why only the service can tell. */
export function openText(
    { reason, ruleId }: Pick<Extract<Outlook, { kind: 'open' }>, 'reason' | 'ruleId'>,
    { rules }: Names
): string {
    const rule = rules.get(ruleId)?.name ?? ruleId;
    return filled(reason === 'selector' ? openSelector : openHidden, rule);
}

export function expectedText({ expected: wanted, numberName }: Expectation): string {
    return wanted?.outcome === 'blocked'
        ? filled(expected, filled(blocked, wanted.errorCode))
        : filled(expected, numberName || '–');
}

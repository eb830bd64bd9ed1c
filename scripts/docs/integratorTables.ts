import { readFileSync } from 'node:fs';
import { ERROR_CODES, type ErrorCode } from '#resolver';
import { variablesAsMarkdown } from '../../service/config/documentation.ts';
import { PROBLEMS, type ProblemCode } from '../../service/http/problemTable.ts';
import type { CallRefusalCode } from '../../service/telephony/port.ts';
import { createWords, labelOfCode } from '../../service/words.ts';
import { labels } from './guideWords.ts';

export const INTEGRATOR_GUIDE = 'docs/guide-integrator.md';

/** What an integrator does about a blocked call; the agent's words are those of the labels. */
const WHAT_TO_DO: Readonly<Record<ErrorCode, string>> = {
    UNKNOWN_AGENT:
        'Send the user id of an active Salesforce user. New users are known after the next look for changes.',
    NUMBER_NOT_CONFIGURED:
        'The number chosen, or what a selector answered, is no callback number: have an admin add it, or choose another one.',
    NUMBER_NOT_AVAILABLE:
        'The number is retired or not permitted to the agent. Offer the numbers of GET /v1/agents/{id}/callback-numbers only.',
    SELECTOR_ERROR: "Show `message`, the org's own words. Do not place the call by another way.",
    NO_PRINCIPAL_NUMBER: 'Have an admin set the principal number in the callback policy.'
};

/** What an integrator does about a call that the telephony refused, and the label with the agent's words. */
const REFUSALS: Readonly<Record<CallRefusalCode, { agentReads: string; whatToDo: string }>> = {
    CALLER_ID_REFUSED: {
        agentReads: 'Callback_Telephony_Caller_Id_Refused',
        whatToDo: 'Verify the callback number with the telephony, or retire it.'
    },
    NUMBER_REFUSED: {
        agentReads: 'Callback_Telephony_Number_Refused',
        whatToDo: 'Check the number; see whether the account may call its country.'
    },
    TELEPHONY_BUSY: {
        agentReads: 'Callback_Telephony_Busy',
        whatToDo: 'Dial again shortly. Where it happens often, raise the limits of the account.'
    },
    CALL_NOT_STARTED: {
        agentReads: 'Callback_Telephony_Not_Started',
        whatToDo:
            'The reason is in the log. Before dialling again, see whether the telephone rings: a telephony that gave no answer may have called.'
    }
};

/** Answered to the softphone page and to telephony, never under /v1. */
export const SOFTPHONE_ONLY: readonly ProblemCode[] = [
    'SIGN_IN_EXPIRED',
    'SIGN_IN_MISMATCH',
    'NO_SESSION',
    'WEBHOOK_FORGED',
    'SIGN_IN_REFUSED',
    'OTHER_ORGANIZATION',
    'FOREIGN_ORIGIN',
    'CHOICE_EXPIRED',
    'CHOICE_FOR_ANOTHER_CALL',
    'CHOICE_USED',
    'ENTRY_NOT_TAKEN',
    'ENTRY_FOR_ANOTHER_CALL',
    'ENTRY_OUTSIDE_HOURS',
    'DIAL_KEY_USED',
    'CALL_OVER',
    'NUMBER_REFUSED',
    'CALLER_ID_REFUSED',
    'CALL_NOT_STARTED',
    'CALL_NOT_ENDED',
    'TELEPHONY_BUSY'
];

const TABLES: Readonly<Record<string, () => string>> = {
    variables: variablesAsMarkdown,
    'blocked calls': blockedCalls,
    'refused calls': refusedCalls,
    problems: () => problems((code) => !SOFTPHONE_ONLY.includes(code)),
    'problems of the softphone': () => problems((code) => SOFTPHONE_ONLY.includes(code))
};

/**
 * The guide with its tables as their sources say; the rest is written by hand. A table stands
 * between `<!-- table: name -->` and `<!-- end of table -->`.
 * @throws Error where a table has no place in the guide
 */
export function integratorGuidePage(): string {
    let page = readFileSync(INTEGRATOR_GUIDE, 'utf8');
    for (const [name, table] of Object.entries(TABLES)) {
        const begin = `<!-- table: ${name} -->`;
        const from = page.indexOf(begin) + begin.length;
        const to = page.indexOf('<!-- end of table -->', from);
        if (from < begin.length || to < from) {
            throw new Error(`${INTEGRATOR_GUIDE} has no place for the table ${name}: ${begin}`);
        }
        page = `${page.slice(0, from)}\n\n${table()}\n\n${page.slice(to)}`;
    }
    return page;
}

function blockedCalls(): string {
    const words = createWords();
    return tableOf(
        ['errorCode', 'the agent reads', 'what to do'],
        ERROR_CODES.map((code) => [`\`${code}\``, words.blocked(code, '…'), WHAT_TO_DO[code]])
    );
}

function refusedCalls(): string {
    const words = (name: string) => labels.find((label) => label.name === name)?.words ?? name;
    return tableOf(
        ['errorCode', 'the log says', 'the agent reads', 'what to do'],
        (Object.keys(REFUSALS) as CallRefusalCode[]).map((code) => [
            `\`${code}\``,
            words(labelOfCode(code).replace('Callback_', 'Callback_Log_')),
            words(REFUSALS[code].agentReads),
            REFUSALS[code].whatToDo
        ])
    );
}

function problems(which: (code: ProblemCode) => boolean): string {
    const codes = (Object.keys(PROBLEMS) as ProblemCode[]).filter(which);
    return tableOf(
        ['status', 'code', 'means', 'what to do'],
        codes.map((code) => {
            const { status, title, remedy } = PROBLEMS[code];
            return [String(status), `\`${code}\``, title, remedy];
        })
    );
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) =>
        `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

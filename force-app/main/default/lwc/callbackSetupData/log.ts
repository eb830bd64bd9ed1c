import { gql } from 'lightning/graphql';
import type { LogLine, LogOutcome } from 'c/callbackLogWords';
import { CHANNELS, type Source } from 'c/callbackResolver';
import { COUNTED, countIn, type Counted } from './counting';
import { fieldsOfRows, readPage, type Ask, type Page } from './asking';
import {
    behind,
    CHANNEL_VALUES,
    OUTCOME_VALUES,
    SOURCE_VALUES,
    whereOf,
    type LogPlace,
    type LogQuery
} from './logFilter';

const FIELDS = fieldsOfRows(
    'Name',
    'Decided_At__c',
    'Agent__r.Name',
    'Channel__c',
    'Dialed_Number__c',
    'Record_Id__c',
    'Outcome__c',
    'Callback_Number__r.Name',
    'Presented_Number__c',
    'Source__c',
    'Rule__r.Name',
    'Error_Code__c',
    'Telephony_Reason__c'
);
const NEWEST_FIRST = 'orderBy: { Decided_At__c: { order: DESC }, Name: { order: DESC } }';

/** Pages begin behind a place, so no page needs a cursor. */
const PAGE = gql`
    query LogPage($where: Callback_Decision__c_Filter, $first: Int!) { uiapi { query {
        rows: Callback_Decision__c(where: $where, first: $first, ${NEWEST_FIRST}) ${FIELDS}
    } } }
`;
const COUNT = gql`
    query LogCount($where: Callback_Decision__c_Filter) {
        uiapi {
            aggregate {
                rows: Callback_Decision__c(where: $where) ${COUNTED}
            }
        }
    }
`;

const SOURCES = new Map(
    Object.entries(SOURCE_VALUES).map(([source, value]) => [value, source as Source])
);
const OUTCOMES = new Map(
    Object.entries(OUTCOME_VALUES).map(([outcome, value]) => [value, outcome as LogOutcome])
);

/** One page of the log, the newest decision first. `next` says whether there are more. */
export async function readLog(
    ask: Ask,
    query: LogQuery,
    first: number,
    after?: LogPlace
): Promise<Page<LogLine>> {
    const where = behind(whereOf(query), after);
    const page = await readPage<LogRow>(ask, { query: PAGE, variables: { where, first } });
    return { ...page, rows: page.rows.map(lineOf) };
}

export async function countLog(ask: Ask, query: LogQuery): Promise<number> {
    const answer = await ask({ query: COUNT, variables: { where: whereOf(query) } });
    return countIn((answer as CountAnswer).uiapi.aggregate.rows);
}

/** @returns where the page after these lines begins */
export function placeBehind(lines: readonly LogLine[]): LogPlace | undefined {
    return lines.at(-1);
}

function lineOf(row: LogRow): LogLine {
    return {
        id: row.Id,
        name: row.Name,
        decidedAt: row.Decided_At__c,
        agent: row['Agent__r.Name'] ?? '',
        channel: CHANNELS.find((channel) => CHANNEL_VALUES[channel] === row.Channel__c),
        dialled: row.Dialed_Number__c ?? '',
        recordId: row.Record_Id__c ?? '',
        outcome: OUTCOMES.get(row.Outcome__c) ?? 'presented',
        label: row['Callback_Number__r.Name'] ?? '',
        number: row.Presented_Number__c ?? '',
        source: SOURCES.get(row.Source__c ?? ''),
        rule: row['Rule__r.Name'] ?? '',
        errorCode: row.Error_Code__c ?? '',
        telephonyReason: row.Telephony_Reason__c ?? ''
    };
}

interface LogRow {
    readonly Id: string;
    readonly Name: string;
    readonly Decided_At__c: string;
    readonly 'Agent__r.Name'?: string | null;
    readonly Channel__c: string | null;
    readonly Dialed_Number__c: string | null;
    readonly Record_Id__c: string | null;
    readonly Outcome__c: string;
    readonly 'Callback_Number__r.Name'?: string | null;
    readonly Presented_Number__c: string | null;
    readonly Source__c: string | null;
    readonly 'Rule__r.Name'?: string | null;
    readonly Error_Code__c: string | null;
    readonly Telephony_Reason__c: string | null;
}

interface CountAnswer {
    readonly uiapi: { readonly aggregate: { readonly rows: Counted } };
}

import type { LogErrorCode, LogOutcome } from 'c/callbackLogWords';
import type { Channel, Source } from 'c/callbackResolver';

/** Which decisions of the log are wanted; what is missing is not asked. */
export interface LogQuery {
    /** Moments as ISO texts: from this one on, and before that one. */
    readonly from: string;
    readonly until: string;
    readonly agentId?: string;
    readonly numberId?: string;
    readonly ruleId?: string;
    readonly outcome?: LogOutcome;
    readonly channel?: Channel;
    readonly errorCode?: LogErrorCode;
    /** Part of the number that was dialled, as somebody types it. */
    readonly dialled?: string;
}

/** The last decision of a page: the next page begins behind it. */
export interface LogPlace {
    readonly decidedAt: string;
    /** Tells apart what was decided in the same moment; counted up by the org. */
    readonly name: string;
}

/** `Callback_Decision__c_Filter` */
export type LogWhere = Readonly<Record<string, unknown>>;

export const CHANNEL_VALUES: Readonly<Record<Channel, string>> = {
    manual: 'Manual',
    clickToDial: 'Click to dial',
    connect: 'Connect'
};
export const OUTCOME_VALUES: Readonly<Record<LogOutcome, string>> = {
    presented: 'Presented',
    blocked: 'Blocked',
    refused: 'Refused'
};
export const SOURCE_VALUES: Readonly<Record<Source, string>> = {
    thisCall: 'This call',
    rule: 'Rule',
    agentDefault: 'Agent default',
    principal: 'Principal number'
};

export function whereOf(query: LogQuery): LogWhere {
    const { outcome, channel } = query;
    const dialled = dialledPart(query.dialled ?? '');
    return {
        Decided_At__c: { gte: { value: query.from }, lt: { value: query.until } },
        ...is('Agent__c', query.agentId),
        ...is('Callback_Number__c', query.numberId),
        ...is('Rule__c', query.ruleId),
        ...is('Outcome__c', outcome && OUTCOME_VALUES[outcome]),
        ...is('Channel__c', channel && CHANNEL_VALUES[channel]),
        ...is('Error_Code__c', query.errorCode),
        ...(dialled && { Dialed_Number__c: { like: `%${patternOf(dialled)}%` } })
    };
}

/** What comes after a place, the newest first: rows that are added meanwhile move nothing. */
export function behind(where: LogWhere, place: LogPlace | undefined): LogWhere {
    if (!place) {
        return where;
    }
    const moment = { value: place.decidedAt };
    return {
        and: [
            where,
            {
                or: [
                    { Decided_At__c: { lt: moment } },
                    { and: [{ Decided_At__c: { eq: moment } }, { Name: { lt: place.name } }] }
                ]
            }
        ]
    };
}

/** The log holds numbers without spaces, and no trunk zeros. */
function dialledPart(typed: string): string {
    const text = typed.trim();
    return /^[+\d\s()./-]+$/.test(text)
        ? text.replace(/\(0\)|[\s()./-]/g, '').replace(/^0+/, '')
        : text;
}

/** `%` and `_` stand for themselves. */
function patternOf(text: string): string {
    return text.replace(/[\\%_]/g, '\\$&');
}

function is(field: string, value: string | undefined): LogWhere {
    return value ? { [field]: { eq: value } } : {};
}

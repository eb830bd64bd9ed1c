import type { Connection } from 'jsforce';
import type { DecisionLog, DecisionRecord, LogOutcome } from '../ports.ts';
import { codeOf, isPassing, toServiceError } from './orgErrors.ts';
import { CHANNEL_NAMES, OUTCOME_NAMES, SOURCE_NAMES } from './picklists.ts';

/** What Salesforce takes in one collection request. */
const BATCH = 200;
const LONGEST_TRACE = 131_072;
const LONGEST_NUMBER = 64;

interface UpsertAnswer {
    readonly success: boolean;
    readonly errors?: readonly {
        readonly statusCode?: string;
        readonly errorCode?: string;
        readonly message: string;
        readonly fields?: readonly string[];
    }[];
}

export function createDecisionLog(connection: Connection): DecisionLog {
    return {
        batchSize: BATCH,
        async write(records) {
            try {
                const answers = (await connection
                    .sobject('Callback_Decision__c')
                    .upsert(records.map(toRow), 'Dial_Key__c', {
                        allOrNone: false
                    })) as unknown as readonly UpsertAnswer[];
                return records.map((_, i) => outcomeOf(answers[i]));
            } catch (error) {
                const reason = toServiceError(error, 'Writing decisions').message;
                const status = isPassing(codeOf(error)) ? 'retry' : 'refused';
                return records.map(() => ({ status, reason }));
            }
        }
    };
}

function outcomeOf(answer: UpsertAnswer | undefined): LogOutcome {
    if (answer?.success) {
        return { status: 'written' };
    }
    const error = answer?.errors?.[0];
    const code = error?.statusCode ?? error?.errorCode;
    // Salesforce's message may hold the value it refuses; code and fields say enough for a log.
    const reason = [code ?? 'no answer', ...(error?.fields ?? [])].join(' ');
    return { status: isPassing(code) ? 'retry' : 'refused', reason };
}

function toRow(record: DecisionRecord) {
    const { decision } = record;
    const presented = decision.outcome === 'presented';
    return {
        Dial_Key__c: record.dialKey,
        Agent__c: record.agentKnown ? record.agentId : null,
        Channel__c: CHANNEL_NAMES[record.channel],
        Dialed_Number__c: record.dialedNumber.slice(0, LONGEST_NUMBER),
        Record_Id__c: record.recordId ?? null,
        Outcome__c: OUTCOME_NAMES[decision.outcome],
        Callback_Number__c: presented ? decision.numberId : null,
        Presented_Number__c: presented ? decision.number : null,
        Source__c: presented ? SOURCE_NAMES[decision.source] : null,
        Rule__c: decision.ruleId ?? null,
        Error_Code__c: presented ? null : decision.errorCode,
        Trace__c: JSON.stringify(decision.trace).slice(0, LONGEST_TRACE),
        Decided_At__c: new Date(record.decidedAt).toISOString()
    };
}

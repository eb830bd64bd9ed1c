import type { Connection } from 'jsforce';
import type { DecisionLog, DecisionRecord, LogOutcome } from '../ports.ts';
import { codeOf, isPassing, toServiceError } from './orgErrors.ts';
import { LONGEST_REQUEST_MS, within } from '../within.ts';
import { CHANNEL_NAMES, OUTCOME_NAMES, REFUSED, SOURCE_NAMES } from './picklists.ts';
import { traceText } from './traceText.ts';

/** What Salesforce takes in one collection request. */
const BATCH = 200;
const LONGEST_NUMBER = 64;
const LONGEST_REASON = 255;

interface UpsertAnswer {
    readonly success: boolean;
    readonly errors?: readonly {
        readonly statusCode?: string;
        readonly errorCode?: string;
        readonly message: string;
        readonly fields?: readonly string[];
    }[];
}

type Row = ReturnType<typeof toRow>;

/** What stands for the whole account, not for a line: an admin can put it right, and then the lines are taken. */
const ADMIN_CAN_MEND = new Set([
    'INVALID_SESSION_ID',
    'INVALID_AUTH_HEADER',
    'INSUFFICIENT_ACCESS',
    'API_DISABLED_FOR_ORG',
    'API_CURRENTLY_DISABLED',
    'INVALID_TYPE',
    'INVALID_FIELD',
    'NOT_FOUND'
]);
/** The number or rule was deleted since it was used, or the user is hidden from the service. */
const LOOKUP_IS_GONE = new Set([
    'INVALID_CROSS_REFERENCE_KEY',
    'ENTITY_IS_DELETED',
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
]);

export function createDecisionLog(connection: Connection): DecisionLog {
    async function upsert(rows: readonly Row[]): Promise<readonly UpsertAnswer[]> {
        const request = connection
            .sobject('Callback_Decision__c')
            .upsert([...rows], 'Dial_Key__c', { allOrNone: false });
        return (await within(LONGEST_REQUEST_MS, request)) as unknown as readonly UpsertAnswer[];
    }

    return {
        batchSize: BATCH,
        async write(records) {
            try {
                const rows = records.map(toRow);
                const answers = [...(await upsert(rows))];
                const orphans = rows.flatMap((_, i) =>
                    LOOKUP_IS_GONE.has(codeIn(answers[i]) ?? '') ? [i] : []
                );
                if (orphans.length > 0) {
                    // The line itself still says what was presented; the trace has the ids.
                    const plain = await upsert(orphans.map((i) => ({ ...rows[i], ...NO_LOOKUPS })));
                    orphans.forEach((i, at) => (answers[i] = plain[at]));
                }
                return rows.map((_, i) => outcomeOf(answers[i]));
            } catch (error) {
                const code = codeOf(error);
                const reason = toServiceError(error, 'Writing decisions').message;
                const status =
                    isPassing(code) || ADMIN_CAN_MEND.has(code ?? '') ? 'retry' : 'refused';
                return records.map(() => ({ status, reason }));
            }
        }
    };
}

function codeIn(answer: UpsertAnswer | undefined): string | undefined {
    const error = answer?.errors?.[0];
    return error?.statusCode ?? error?.errorCode;
}

function outcomeOf(answer: UpsertAnswer | undefined): LogOutcome {
    if (answer?.success) {
        return { status: 'written' };
    }
    const code = codeIn(answer);
    // Salesforce's message may hold the value it refuses; code and fields say enough for a log.
    const reason = [code ?? 'no answer', ...(answer?.errors?.[0]?.fields ?? [])].join(' ');
    return { status: isPassing(code) ? 'retry' : 'refused', reason };
}

const NO_LOOKUPS = { Agent__c: null, Callback_Number__c: null, Rule__c: null };

function toRow(record: DecisionRecord) {
    const { decision, refusal } = record;
    const presented = decision.outcome === 'presented';
    return {
        Dial_Key__c: record.dialKey,
        Agent__c: record.agentKnown ? record.agentId : null,
        Channel__c: CHANNEL_NAMES[record.channel],
        Dialed_Number__c: record.dialedNumber.slice(0, LONGEST_NUMBER),
        Record_Id__c: record.recordId ?? null,
        Outcome__c: refusal ? REFUSED : OUTCOME_NAMES[decision.outcome],
        Callback_Number__c: presented ? decision.numberId : null,
        Presented_Number__c: presented ? decision.number : null,
        Source__c: presented ? SOURCE_NAMES[decision.source] : null,
        Rule__c: decision.ruleId ?? null,
        Error_Code__c: presented ? (refusal?.code ?? null) : decision.errorCode,
        Telephony_Reason__c: refusal?.reason.slice(0, LONGEST_REASON) ?? null,
        Trace__c: traceText(decision.trace),
        Decided_At__c: new Date(record.decidedAt).toISOString()
    };
}

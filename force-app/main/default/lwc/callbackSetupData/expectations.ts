import { gql } from 'lightning/graphql';
import type { Channel, Decision } from 'c/callbackResolver';
import {
    expectedOf,
    type Expectation,
    type Expected,
    type SimulatedCall
} from 'c/callbackSimulation';
import { fieldsOfRows, FULL_PAGE, readAllPages, type Ask } from './asking';
import { OBJECTS } from './objects';
import type { RowChange } from './saveRows';

const EXPECTATIONS = gql`
    query Expectations($after: String) { uiapi { query {
        rows: Callback_Expectation__c(
            first: ${FULL_PAGE}, upperBound: 100000, after: $after
            orderBy: { Name: { order: ASC }, Id: { order: ASC } }
        ) ${fieldsOfRows(
            'Name',
            'Agent__c',
            'Channel__c',
            'Dialed_Number__c',
            'Record_Id__c',
            'Object__c',
            'Dial_List__c',
            'Dial_Entry__c',
            'This_Call_Number__c',
            'Expected_Outcome__c',
            'Expected_Number__c',
            'Expected_Error__c',
            'Agent__r.Name',
            'Expected_Number__r.Name',
            'SystemModstamp'
        )}
    } } }
`;

interface ExpectationRow {
    readonly Id: string;
    readonly Name: string;
    readonly Agent__c: string | null;
    readonly Channel__c: string;
    readonly Dialed_Number__c: string | null;
    readonly Record_Id__c: string | null;
    readonly Object__c: string | null;
    readonly Dial_List__c: string | null;
    readonly Dial_Entry__c: string | null;
    readonly This_Call_Number__c: string | null;
    readonly Expected_Outcome__c: string;
    readonly Expected_Number__c: string | null;
    readonly Expected_Error__c: string | null;
    /** Missing where it leads nowhere. */
    readonly 'Agent__r.Name'?: string | null;
    readonly 'Expected_Number__r.Name'?: string | null;
    readonly SystemModstamp: string;
}

const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
    manual: 'Manual',
    clickToDial: 'Click to dial',
    connect: 'Connect'
};

/** By name. @throws the errors of the answer */
export async function readExpectations(ask: Ask): Promise<readonly Expectation[]> {
    const rows = await readAllPages<ExpectationRow>(ask, { query: EXPECTATIONS, variables: {} });
    return rows.map((row) => ({
        id: row.Id,
        name: row.Name,
        seen: row.SystemModstamp,
        call: {
            agentId: row.Agent__c ?? '',
            channel: channelOf(row.Channel__c),
            number: row.Dialed_Number__c ?? '',
            recordId: row.Record_Id__c ?? '',
            objectApiName: row.Object__c ?? '',
            dialListId: row.Dial_List__c ?? '',
            dialEntryId: row.Dial_Entry__c ?? '',
            thisCallNumberId: row.This_Call_Number__c ?? ''
        },
        agentName: row['Agent__r.Name'] ?? '',
        expected: expectedBy(row),
        numberName: row['Expected_Number__r.Name'] ?? ''
    }));
}

function channelOf(name: string): Channel {
    const channels = Object.keys(CHANNEL_NAMES) as Channel[];
    return channels.find((channel) => CHANNEL_NAMES[channel] === name) ?? 'manual';
}

function expectedBy(row: ExpectationRow): Expected | undefined {
    if (row.Expected_Outcome__c === 'Blocked') {
        return { outcome: 'blocked', errorCode: row.Expected_Error__c ?? '' };
    }
    return row.Expected_Number__c
        ? { outcome: 'presented', numberId: row.Expected_Number__c }
        : undefined;
}

/** A new expectation: the decision of now is the one that is expected. */
export function expectationChange(
    name: string,
    call: SimulatedCall,
    decision: Decision
): RowChange {
    return {
        kind: 'create',
        object: OBJECTS.expectation,
        fields: {
            Name: name,
            Agent__c: call.agentId || null,
            Channel__c: CHANNEL_NAMES[call.channel],
            Dialed_Number__c: call.number || null,
            Record_Id__c: call.recordId || null,
            Object__c: call.objectApiName || null,
            Dial_List__c: call.dialListId || null,
            Dial_Entry__c: call.dialEntryId || null,
            This_Call_Number__c: call.thisCallNumberId || null,
            ...fieldsOf(expectedOf(decision))
        }
    };
}

/** From now on this decision is expected. */
export function expectationAcceptance({ id, seen }: Expectation, decision: Decision): RowChange {
    const fields = fieldsOf(expectedOf(decision));
    return { kind: 'update', object: OBJECTS.expectation, id, seen, fields };
}

export function expectationRemoval({ id, seen }: Expectation): RowChange {
    return { kind: 'delete', object: OBJECTS.expectation, id, seen };
}

function fieldsOf(expected: Expected) {
    const isPresented = expected.outcome === 'presented';
    return {
        Expected_Outcome__c: isPresented ? 'Presented' : 'Blocked',
        Expected_Number__c: isPresented ? expected.numberId : null,
        Expected_Error__c: isPresented ? null : expected.errorCode
    };
}

import type { Connection } from 'jsforce';
import type { AgentId, DialListId } from '#resolver';
import type { EntryReader, WorkedEntry } from '../ports.ts';
import { within } from '../within.ts';
import { toServiceError } from './orgErrors.ts';
import { soql } from './soql.ts';

interface EntryRow {
    readonly Dial_List__c: DialListId;
    readonly Phone__c: string;
    readonly Record_Id__c: string | null;
    readonly Status__c: string;
    readonly Agent__c: AgentId | null;
    readonly Dial_List__r: {
        readonly Time_Zone__c: string | null;
        readonly Call_From__c: string | null;
        readonly Call_Until__c: string | null;
    };
}

const IN_PROGRESS = 'In progress';

/** @param timeoutMs how long a dial waits for its entry */
export function createEntryReader(connection: Connection, timeoutMs: number): EntryReader {
    return {
        async read(dialEntryId) {
            const query = soql`SELECT Dial_List__c, Phone__c, Record_Id__c, Status__c, Agent__c, Dial_List__r.Time_Zone__c, Dial_List__r.Call_From__c, Dial_List__r.Call_Until__c FROM Dial_Entry__c WHERE Id = ${dialEntryId}`;
            try {
                const { records } = await within(timeoutMs, connection.query<EntryRow>(query));
                const [row] = records;
                return (
                    row && {
                        dialListId: row.Dial_List__c,
                        phone: row.Phone__c,
                        ...(row.Record_Id__c && { recordId: row.Record_Id__c }),
                        ...hoursOf(row.Dial_List__r),
                        ...(row.Status__c === IN_PROGRESS &&
                            row.Agent__c && { agentId: row.Agent__c })
                    }
                );
            } catch (error) {
                throw toServiceError(error, `Reading dial entry ${dialEntryId}`);
            }
        }
    };
}

function hoursOf(list: EntryRow['Dial_List__r']): Pick<WorkedEntry, 'hours'> {
    const { Time_Zone__c: timeZone, Call_From__c: from, Call_Until__c: until } = list;
    return from === null && until === null ? {} : { hours: { timeZone, from, until } };
}

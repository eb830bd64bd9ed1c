import { gql } from 'lightning/graphql';
import { readAllPages, type Ask, type RowChange } from 'c/callbackSetupData';
import type { CallHours } from 'c/connectHours';

/** A dial list as those who keep lists see it. */
export interface ListRecord {
    readonly id: string;
    readonly name: string;
    readonly active: boolean;
    readonly groupId?: string;
    readonly groupName?: string;
    readonly numberId?: string;
    readonly numberName?: string;
    readonly hours: CallHours;
    /** When it was written last, as far as is known here. */
    readonly seen: string;
}

/** What a person fills in; blank where there is nothing. */
export interface ListForm {
    readonly name: string;
    readonly active: boolean;
    readonly groupId: string;
    readonly numberId: string;
    readonly timeZone: string;
    /** `09:30` */
    readonly from: string;
    readonly until: string;
}

interface ListRow {
    readonly Id: string;
    readonly Name: string;
    readonly Active__c: boolean;
    readonly Agent_Group__c: string | null;
    readonly 'Agent_Group__r.Name'?: string | null;
    readonly Callback_Number__c: string | null;
    readonly 'Callback_Number__r.Name'?: string | null;
    readonly Time_Zone__c: string | null;
    readonly Call_From__c: string | null;
    readonly Call_Until__c: string | null;
    readonly SystemModstamp: string;
}

const LIST = 'Dial_List__c';
const LISTS = gql`
    query ConnectListRecords($after: String) {
        uiapi {
            query {
                rows: Dial_List__c(
                    first: 2000
                    after: $after
                    orderBy: { Name: { order: ASC }, Id: { order: ASC } }
                ) {
                    edges {
                        node {
                            Id
                            Name {
                                value
                            }
                            Active__c {
                                value
                            }
                            Agent_Group__c {
                                value
                            }
                            Agent_Group__r {
                                Name {
                                    value
                                }
                            }
                            Callback_Number__c {
                                value
                            }
                            Callback_Number__r {
                                Name {
                                    value
                                }
                            }
                            Time_Zone__c {
                                value
                            }
                            Call_From__c {
                                value
                            }
                            Call_Until__c {
                                value
                            }
                            SystemModstamp {
                                value
                            }
                        }
                    }
                    pageInfo {
                        hasNextPage
                        endCursor
                    }
                }
            }
        }
    }
`;

/** All lists, by name. @throws the errors of the answer */
export async function readListRecords(ask: Ask): Promise<readonly ListRecord[]> {
    const rows = await readAllPages<ListRow>(ask, { query: LISTS, variables: {} });
    return rows.map((row) => ({
        id: row.Id,
        name: row.Name,
        active: row.Active__c,
        ...(row.Agent_Group__c && { groupId: row.Agent_Group__c }),
        ...(row['Agent_Group__r.Name'] && { groupName: row['Agent_Group__r.Name'] }),
        ...(row.Callback_Number__c && { numberId: row.Callback_Number__c }),
        ...(row['Callback_Number__r.Name'] && { numberName: row['Callback_Number__r.Name'] }),
        hours: { timeZone: row.Time_Zone__c, from: row.Call_From__c, until: row.Call_Until__c },
        seen: row.SystemModstamp
    }));
}

export function listFormOf(list?: ListRecord): ListForm {
    return {
        name: list?.name ?? '',
        active: list?.active ?? true,
        groupId: list?.groupId ?? '',
        numberId: list?.numberId ?? '',
        timeZone: list?.hours.timeZone ?? '',
        from: list?.hours.from?.slice(0, 5) ?? '',
        until: list?.hours.until?.slice(0, 5) ?? ''
    };
}

/** A new list; or what is different from the list as it was read. Undefined where nothing is. */
export function listChange(form: ListForm, list?: ListRecord): RowChange | undefined {
    const fields = fieldsOf(form);
    if (!list) {
        return { kind: 'create', object: LIST, fields };
    }
    const before = fieldsOf(listFormOf(list));
    const changed = Object.entries(fields).filter(([name, value]) => before[name] !== value);
    return changed.length > 0
        ? {
              kind: 'update',
              object: LIST,
              id: list.id,
              fields: Object.fromEntries(changed),
              seen: list.seen
          }
        : undefined;
}

function fieldsOf(form: ListForm): Readonly<Record<string, unknown>> {
    return {
        Name: form.name.trim(),
        Active__c: form.active,
        Agent_Group__c: form.groupId || null,
        Callback_Number__c: form.numberId || null,
        Time_Zone__c: form.timeZone.trim() || null,
        Call_From__c: timeOf(form.from),
        Call_Until__c: timeOf(form.until)
    };
}

function timeOf(text: string): string | null {
    return text ? `${text}:00.000Z` : null;
}

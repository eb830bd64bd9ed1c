import { asAdmin, idOf } from './org.ts';

/** A dial list of a journey's own, for one agent alone: others go on with theirs. */
export interface OwnList {
    readonly id: string;
    /** Entry ids in their order. */
    readonly entries: readonly string[];
    remove(): Promise<void>;
}

export interface OwnEntry {
    readonly phone: string;
    /** Name of the contact; none for an entry without a record. */
    readonly contact?: string;
    readonly customer?: string;
}

/** @param callbackNumber label of the number that calls of the list present */
export async function addOwnList(
    { name, agent, callbackNumber }: { name: string; agent: string; callbackNumber: string },
    entries: readonly OwnEntry[]
): Promise<OwnList> {
    const agentId = await idOf('User', 'Username', agent);
    const group = await add('Agent_Group__c', { Name: name });
    await add('Agent_Group_Member__c', {
        Agent_Group__c: group,
        Agent__c: agentId,
        Key__c: `${group}:${agentId}`
    });
    const id = await add('Dial_List__c', {
        Name: name,
        Active__c: true,
        Agent_Group__c: group,
        Callback_Number__c: await idOf('Callback_Number__c', 'Name', callbackNumber)
    });
    const made: string[] = [];
    for (const [at, { phone, contact, customer }] of entries.entries()) {
        const record = contact && (await idOf('Contact', 'Name', contact));
        made.push(
            await add('Dial_Entry__c', {
                Dial_List__c: id,
                Order__c: at + 1,
                Phone__c: phone,
                Status__c: 'New',
                Customer__c: customer ?? contact,
                ...(record && { Record_Id__c: record, Object__c: 'Contact' })
            })
        );
    }
    return {
        id,
        entries: made,
        async remove() {
            await asAdmin().sobject('Dial_List__c').destroy(id);
            await asAdmin().sobject('Agent_Group__c').destroy(group);
        }
    };
}

export async function entryNow(id: string): Promise<Readonly<Record<string, unknown>>> {
    const { records } = await asAdmin().query(
        `SELECT Status__c, Agent__r.Username, Attempts__c, Not_Before__c FROM Dial_Entry__c WHERE Id = '${id}'`
    );
    return records[0];
}

/** Lists that a journey made in the browser. */
export async function removeLists(name: string): Promise<void> {
    const id = await idOf('Dial_List__c', 'Name', name);
    await asAdmin().sobject('Dial_List__c').destroy(id);
}

/** What an agent leaves behind who took an entry and went home. */
export async function setInProgress(entryId: string, agent: string): Promise<void> {
    const agentId = await idOf('User', 'Username', agent);
    await add('Dial_Attempt__c', {
        Dial_Entry__c: entryId,
        Number__c: 1,
        Key__c: `${entryId}:1`,
        Agent__c: agentId,
        Outcome__c: 'In progress'
    });
    await asAdmin()
        .sobject('Dial_Entry__c')
        .update({ Id: entryId, Status__c: 'In progress', Agent__c: agentId, Attempts__c: 1 });
}

/** What a supervisor does with an entry: gives it to the list again. */
export async function release(entryId: string): Promise<void> {
    const { records } = await asAdmin().query<{ Id: string }>(
        `SELECT Id FROM Dial_Attempt__c WHERE Dial_Entry__c = '${entryId}' AND Outcome__c = 'In progress'`
    );
    await asAdmin()
        .sobject('Dial_Attempt__c')
        .update(records.map(({ Id }) => ({ Id, Outcome__c: 'Released' })));
    await asAdmin()
        .sobject('Dial_Entry__c')
        .update({ Id: entryId, Status__c: 'New', Agent__c: null });
}

async function add(object: string, values: Record<string, unknown>): Promise<string> {
    const saved = await asAdmin().sobject(object).create(values);
    if (!saved.success) {
        throw new Error(`${object}: ${JSON.stringify(saved.errors)}`);
    }
    return saved.id;
}

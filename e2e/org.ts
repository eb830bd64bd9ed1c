import { Connection } from 'jsforce';
import { expect, inject } from 'vitest';

/** The org as the admin has it: what journeys look up, and what an admin does meanwhile. */
export function asAdmin(): Connection {
    return new Connection({
        instanceUrl: inject('orgUrl'),
        accessToken: inject('adminToken'),
        version: '66.0'
    });
}

export interface LoggedDecision {
    readonly Dial_Key__c: string;
    readonly Dialed_Number__c: string;
    readonly Channel__c: string;
    readonly Record_Id__c: string | null;
    readonly Outcome__c: string;
    readonly Presented_Number__c: string | null;
    readonly Source__c: string | null;
    readonly Error_Code__c: string | null;
}

/**
 * Expects the decision log to hold these lines and no other of an agent's dials of a number, the
 * oldest first. The service writes the log in batches, a moment after it has answered.
 */
export async function expectLogged(
    { username, dialled }: { readonly username: string; readonly dialled: string },
    lines: readonly Partial<LoggedDecision>[]
): Promise<void> {
    await expect
        .poll(async () => (await decisionsOf(username)).filter((line) => isOf(dialled, line)), {
            timeout: 10_000
        })
        .toMatchObject(lines);
}

/** Expects these lines and no other of anything an agent ever dialled. */
export async function expectWholeLog(
    username: string,
    lines: readonly Partial<LoggedDecision>[]
): Promise<void> {
    await expect.poll(() => decisionsOf(username), { timeout: 10_000 }).toMatchObject(lines);
}

function isOf(dialled: string, line: LoggedDecision): boolean {
    return line.Dialed_Number__c === dialled;
}

async function decisionsOf(username: string): Promise<LoggedDecision[]> {
    const { records } = await asAdmin().query<LoggedDecision>(
        `SELECT Dial_Key__c, Dialed_Number__c, Channel__c, Record_Id__c, Outcome__c,
        Presented_Number__c, Source__c, Error_Code__c
        FROM Callback_Decision__c
        WHERE Agent__r.Username = '${username}'
        ORDER BY Decided_At__c`
    );
    return records;
}

/** The id of the one record that has this value in this field. */
export async function idOf(object: string, field: string, value: string): Promise<string> {
    const { records } = await asAdmin().query<{ Id: string }>(
        `SELECT Id FROM ${object} WHERE ${field} = '${value}'`
    );
    if (records.length !== 1) {
        throw new Error(`${records.length} records of ${object} have ${field} ${value}, not one.`);
    }
    return records[0].Id;
}

/** Lets an admin withdraw a number, or bring it back. */
export async function setNumberActive(label: string, active: boolean): Promise<void> {
    const id = await idOf('Callback_Number__c', 'Name', label);
    await asAdmin().sobject('Callback_Number__c').update({ Id: id, Active__c: active });
}

/** Lets the service read the org now, and not in a few minutes. */
export async function reloadService(): Promise<void> {
    const answer = await fetch(`${inject('serviceUrl')}/v1/directory/reload`, {
        method: 'POST',
        headers: { authorization: `Bearer ${inject('credential')}` }
    });
    if (!answer.ok) {
        throw new Error(`The service answered ${answer.status}: ${await answer.text()}`);
    }
}

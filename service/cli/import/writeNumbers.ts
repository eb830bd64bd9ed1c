import type { Connection } from 'jsforce';
import type { NumberRecord } from '#csv';
import { toServiceError } from '../../jsforce/orgErrors.ts';
import { CommandError } from '../io.ts';

export interface Written {
    readonly created: number;
    readonly updated: number;
    readonly refused: readonly RefusedRow[];
}

/** In the words of Salesforce. */
export interface RefusedRow {
    readonly row: number;
    readonly column?: string;
    readonly problem: string;
}

/** What Salesforce takes in one request. */
const BATCH = 200;

const COLUMN_OF_FIELD: Readonly<Record<string, string>> = {
    Name: 'Label',
    Number__c: 'Number',
    Country__c: 'Country',
    Language__c: 'Language',
    Active__c: 'Active',
    Description__c: 'Description'
};

interface UpsertAnswer {
    readonly success: boolean;
    readonly created?: boolean;
    readonly errors?: readonly { readonly message: string; readonly fields?: readonly string[] }[];
}

/** @throws CommandError where the signed-in user may not write numbers at all */
export async function mustBeAbleToWrite(connection: Connection): Promise<void> {
    const { createable, updateable } = await connection.describe('Callback_Number__c');
    if (!createable || !updateable) {
        throw new CommandError(
            'The signed-in user may not create and change callback numbers; nothing was written.',
            'Sign in as an admin with permission set Callback_Admin: set SF_INSTANCE_URL and SF_ACCESS_TOKEN (`sf org display` shows them).'
        );
    }
}

/**
 * Upserts by number, so that a run that broke off is finished by running it again.
 * @throws ServiceError when the org goes away; the message says how far it came
 */
export async function writeNumbers(
    connection: Connection,
    records: readonly NumberRecord[],
    onProgress: (done: number) => void
): Promise<Written> {
    let created = 0;
    let updated = 0;
    const refused: RefusedRow[] = [];
    for (let start = 0; start < records.length; start += BATCH) {
        const batch = records.slice(start, start + BATCH);
        const answers = await upsert(connection, batch, start);
        batch.forEach(({ row }, at) => {
            const answer = answers[at];
            if (answer?.success) {
                created += answer.created ? 1 : 0;
                updated += answer.created ? 0 : 1;
            } else {
                refused.push(problemOf(row, answer));
            }
        });
        onProgress(Math.min(start + BATCH, records.length));
    }
    return { created, updated, refused };
}

async function upsert(
    connection: Connection,
    batch: readonly NumberRecord[],
    done: number
): Promise<readonly UpsertAnswer[]> {
    try {
        return (await connection
            .sobject('Callback_Number__c')
            .upsert(batch.map(fieldsOf), 'Number__c', {
                allOrNone: false
            })) as unknown as readonly UpsertAnswer[];
    } catch (error) {
        throw toServiceError(
            error,
            `After ${done} rows (run it again: rows are known by their number)`
        );
    }
}

/** Fields that the file says nothing about are left as they are. */
function fieldsOf({ number, label, ...rest }: NumberRecord) {
    return {
        Name: label,
        Number__c: number,
        ...(rest.active !== undefined && { Active__c: rest.active }),
        ...(rest.country !== undefined && { Country__c: rest.country }),
        ...(rest.language !== undefined && { Language__c: rest.language }),
        ...(rest.description !== undefined && { Description__c: rest.description })
    };
}

function problemOf(row: number, answer: UpsertAnswer | undefined): RefusedRow {
    const [error] = answer?.errors ?? [];
    const [field] = error?.fields ?? [];
    return {
        row,
        column: field && (COLUMN_OF_FIELD[field] ?? field),
        problem: error?.message ?? 'Salesforce gave no answer for it'
    };
}

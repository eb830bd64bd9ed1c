import type { Connection } from 'jsforce';
import type { Agent, Directory } from '#resolver';
import { toServiceError } from '../jsforce/orgErrors.ts';
import { soql } from '../jsforce/soql.ts';
import { toId18 } from '../salesforceId.ts';
import { CommandError } from './io.ts';
import { plain } from './style.ts';

const MOST_SHOWN = 8;

/**
 * The id of the agent somebody means: an id, a username, or a name or the only part of a name.
 * @throws CommandError where it is nobody, or several
 */
export async function findAgent(
    text: string,
    directory: Directory,
    connection: Connection
): Promise<string> {
    const id = toId18(text);
    if (id !== undefined) {
        // Not looked up: the decision itself says that an agent is unknown.
        return id;
    }
    if (text.includes('@')) {
        return byUsername(text, connection);
    }
    const agents = [...directory.agents.values()];
    const wanted = text.trim().toLowerCase();
    const exact = agents.filter(({ name }) => name.toLowerCase() === wanted);
    const found =
        exact.length > 0 ? exact : agents.filter(({ name }) => name.toLowerCase().includes(wanted));
    if (wanted === '' || found.length === 0) {
        throw new CommandError(
            `There is no agent called "${plain(text)}".`,
            'Give a user id, a username, or a name as Salesforce shows it.'
        );
    }
    return onlyOne(text, found).id;
}

function onlyOne(text: string, found: readonly Agent[]): Agent {
    if (found.length === 1) {
        return found[0];
    }
    const names = found.slice(0, MOST_SHOWN).map(({ id, name }) => `${plain(name)} (${id})`);
    const more = found.length > MOST_SHOWN ? ` and ${found.length - MOST_SHOWN} more` : '';
    throw new CommandError(
        `"${plain(text)}" fits ${found.length} agents: ${names.join(', ')}${more}.`,
        'Give the id or the username of one of them.'
    );
}

async function byUsername(username: string, connection: Connection): Promise<string> {
    try {
        const { records } = await connection.query<{ Id: string }>(
            soql`SELECT Id FROM User WHERE Username = ${username}`
        );
        if (records.length === 1) {
            return records[0].Id;
        }
    } catch (error) {
        throw toServiceError(error, 'Looking up the username');
    }
    throw new CommandError(
        `There is no user with the username "${plain(username)}".`,
        'Check it under Setup, Users; usernames are not always e-mail addresses.'
    );
}

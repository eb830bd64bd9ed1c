import type { OrgEngine, OrgRecord } from '../engine/types.ts';

/** The users of the org as the sign-in pages see them: with the rights of nobody in particular. */

export interface OrgUser {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly email: string | null;
    readonly alias: string | null;
    readonly active: boolean;
    readonly timeZone: string | null;
    readonly locale: string | null;
    readonly language: string | null;
    readonly userType: string;
    readonly lastModified: string | null;
}

const FIELDS = [
    'Id',
    'Username',
    'Name',
    'FirstName',
    'LastName',
    'Email',
    'Alias',
    'IsActive',
    'TimeZoneSidKey',
    'LocaleSidKey',
    'LanguageLocaleKey',
    'UserType',
    'LastModifiedDate'
];

export function userByUsername(engine: OrgEngine, username: string): OrgUser | undefined {
    return readUser(engine, 'Username', username);
}

export function userById(engine: OrgEngine, id: string): OrgUser | undefined {
    return readUser(engine, 'Id', id);
}

/** Those who may sign in, by name; the first 2,000 of them. */
export function activeUsers(engine: OrgEngine): readonly OrgUser[] {
    const { records } = engine
        .systemSession()
        .query(`${select(engine)} WHERE IsActive = true ORDER BY Name, Username LIMIT 2000`);
    return records.map(toUser);
}

function readUser(engine: OrgEngine, field: string, value: string): OrgUser | undefined {
    if (field === 'Id' && !/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(value)) return undefined;
    const literal = value.replace(/[\\']/g, (character) => `\\${character}`);
    const { records } = engine
        .systemSession()
        .query(`${select(engine)} WHERE ${field} = '${literal}'`);
    return records[0] && toUser(records[0]);
}

function select(engine: OrgEngine): string {
    const known = engine.schema.object('User')?.fields;
    const fields = FIELDS.filter((name) => known?.has(name.toLowerCase()));
    return `SELECT ${fields.join(', ')} FROM User`;
}

function toUser(record: OrgRecord): OrgUser {
    const text = (field: string) =>
        typeof record[field] === 'string' ? (record[field] as string) : null;
    const fullName = [text('FirstName'), text('LastName')].filter(Boolean).join(' ');
    return {
        id: String(record.Id),
        username: text('Username') ?? '',
        name: text('Name') ?? fullName,
        firstName: text('FirstName'),
        lastName: text('LastName'),
        email: text('Email'),
        alias: text('Alias'),
        active: record.IsActive !== false,
        timeZone: text('TimeZoneSidKey'),
        locale: text('LocaleSidKey'),
        language: text('LanguageLocaleKey'),
        userType: text('UserType') ?? 'Standard',
        lastModified: text('LastModifiedDate')
    };
}

import type {
    NumberName,
    PolicySketch,
    Row
} from '../../../force-app/main/default/lwc/callbackResolver/__tests__/decisionTable.ts';
import type { RuleSketch } from '../../../force-app/main/default/lwc/callbackResolver/__tests__/ruleSketches.ts';
import * as sketch from '../../../force-app/main/default/lwc/callbackResolver/__tests__/world.ts';
import {
    startLocalOrg,
    type LocalOrg,
    type OrgSession,
    type SignedIn
} from '../../../local-org/index.ts';
import { createAuthenticator } from '../../auth/authenticator.ts';
import { createServiceCredentials } from '../../auth/serviceCredential.ts';
import { AUDIENCE, ISSUER, testKeys } from '../../auth/testKeys.ts';
import { connectToOrg, createCallbackNumberService, type WatchedService } from '../../index.ts';
import type { DecisionAnswer, DialRequest } from '../../types.ts';
import { buildServer, type Server } from '../server.ts';

const NOBODY = '005000000000099AAA';
const SELECTOR_TIMEOUT_MS = 250;
const YES_NO = new Map([
    [true, 'Yes'],
    [false, 'No'],
    [undefined, 'Inherit']
]);
const CHANNELS = { any: 'Any', clickToDial: 'Click to dial', connect: 'Connect' } as const;
const OPERATORS = {
    equals: 'equals',
    startsWith: 'starts with',
    contains: 'contains',
    isOneOf: 'is one of',
    isBlank: 'is blank'
} as const;

/** The decision table's world as records of an embedded org, with the service on top. */
export class OrgWorld {
    readonly #ids = new Map<string, string>();
    readonly #org: LocalOrg;
    readonly #session: OrgSession;
    readonly #service: WatchedService;
    readonly #server: Server;
    readonly #credential: string;
    #row: Row | undefined;
    #release: (() => void)[] = [];

    private constructor(
        org: LocalOrg,
        service: WatchedService,
        server: Server,
        credential: string
    ) {
        this.#org = org;
        this.#session = org.engine.systemSession();
        this.#service = service;
        this.#server = server;
        this.#credential = credential;
    }

    static async start(): Promise<OrgWorld> {
        const org = await startLocalOrg({ file: ':memory:' });
        const { clientId, clientSecret = '' } = org.client;
        const connection = await connectToOrg({
            loginUrl: org.url,
            clientId,
            grant: { kind: 'clientCredentials', clientSecret },
            apiVersion: '66.0',
            timeoutMs: 10_000
        });
        const service = await createCallbackNumberService({
            connection,
            selectorTimeoutMs: SELECTOR_TIMEOUT_MS,
            gatherMs: 0
        });
        const keys = await testKeys();
        const auth = createAuthenticator({
            serviceCredentials: createServiceCredentials({
                issuer: ISSUER,
                audience: AUDIENCE,
                algorithms: ['EdDSA'],
                keys: { kind: 'pem', pem: keys.publicPem }
            })
        });
        const server = buildServer({ service, auth });
        const world = new OrgWorld(org, service, server, await keys.sign({}));
        world.#people();
        for (const kind of ['flow', 'apex'] as const) {
            org.actions.register(kind, 'Pick_Number', () => world.#select());
        }
        return world;
    }

    async stop(): Promise<void> {
        this.#release.forEach((release) => release());
        await this.#server.close();
        await this.#service.close();
        await this.#org.close();
    }

    /** Makes the org say what the row says, and the service read it. */
    async arrange(row: Row): Promise<void> {
        this.#row = row;
        for (const object of ['Callback_Rule__c', 'Callback_Policy__c', 'Callback_Preference__c']) {
            const { records } = this.#session.query(`SELECT Id FROM ${object}`);
            this.#save(records.map((record) => ({ kind: 'delete', id: String(record['Id']) })));
        }
        for (const [scope, policy] of sketch.policiesOf(row)) {
            this.#create('Callback_Policy__c', this.#policy(row, scope, policy));
        }
        for (const rule of row.rules ?? []) {
            this.#create('Callback_Rule__c', this.#rule(rule));
        }
        if (row.agentDefault) {
            const agentId = this.#id(sketch.agentOf(row));
            this.#create('Callback_Preference__c', {
                Agent__c: agentId,
                Agent_Key__c: agentId,
                OwnerId: agentId,
                Default_Number__c: this.#id(row.agentDefault)
            });
        }
        if (row.contact) {
            const { 'Account.Industry': industry, ...fields } = row.contact;
            this.#update('Contact', this.#id('contact'), {
                Department: null,
                Title: null,
                MailingPostalCode: null,
                LeadSource: null,
                ...fields
            });
            this.#update('Account', this.#id('account'), { Industry: industry ?? null });
        }
        await this.#service.reload('the next row');
    }

    /** The row as a caller would state it. */
    request(row: Row): DialRequest {
        return {
            agentId: this.agentId(row),
            channel: row.channel,
            number: row.number ?? sketch.DIALLED,
            ...(row.thisCall && { thisCallNumber: sketch.numberOf(row.thisCall) }),
            ...(row.contact && { recordId: this.#id('contact') }),
            ...(row.list?.by === 'list' && { dialListId: this.#id(row.list.name) }),
            ...(row.list?.by === 'entry' && { dialEntryId: this.#id(`entry of ${row.list.name}`) }),
            ...(row.list?.by === 'lost entry' && { dialEntryId: this.#lostEntry(row.list.name) })
        };
    }

    agentId(row: Row): string {
        const agent = sketch.agentOf(row);
        return agent === 'nobody' ? NOBODY : this.#id(agent);
    }

    /** The id of the number a row names; the number itself where it is not one of ours. */
    numberId(name: NonNullable<Row['thisCall']>): string {
        return this.#ids.get(name) ?? sketch.numberOf(name);
    }

    /** A session of a user's own, with the user's own rights. @throws Error for one who is not active */
    signIn(name: string): SignedIn {
        return this.#org.signIn(usernameOf(name));
    }

    /** A session of somebody who supervises, with no other rights than those of that role. */
    signInSupervisor(): SignedIn {
        const name = 'Sybil';
        if (!this.#ids.has(name)) {
            const userId = this.#create('User', user(name, this.#id('profile')), name);
            this.#assign('Callback_Supervisor', userId);
        }
        return this.signIn(name);
    }

    async dial(row: Row, body = this.request(row)): Promise<DecisionAnswer> {
        const answer = await this.#server.inject({
            method: 'POST',
            url: '/v1/decisions',
            headers: { authorization: `Bearer ${this.#credential}` },
            payload: body
        });
        if (answer.statusCode !== 200) {
            throw new Error(`${answer.statusCode}: ${answer.body}`);
        }
        return answer.json();
    }

    /** The line of the decision log, once it is written. */
    async logged(dialKey: string): Promise<Record<string, unknown> | undefined> {
        await this.#service.flush();
        const { records } = this.#session.query(
            `SELECT Outcome__c, Presented_Number__c, Error_Code__c FROM Callback_Decision__c WHERE Dial_Key__c LIKE '%:${dialKey}'`
        );
        const [{ attributes: _, ...line }, ...more] = records;
        return more.length === 0 ? line : undefined;
    }

    #select() {
        const answers = this.#row?.selectorAnswers;
        if (!answers || ('fails' in answers && answers.fails === 'CALL_FAILED')) {
            throw new Error('The flow failed.');
        }
        if ('fails' in answers) {
            return new Promise<never>((_, reject) => {
                this.#release.push(() => reject(new Error('The test is over.')));
            });
        }
        return [
            'refuses' in answers
                ? { errorMessage: answers.refuses }
                : { callbackNumber: answers.number && sketch.numberOf(answers.number) }
        ];
    }

    #people(): void {
        const [profile] = this.#session.query(
            "SELECT Id FROM Profile WHERE Name = 'Standard User'"
        ).records;
        this.#ids.set('profile', String(profile['Id']));
        for (const [label, { number, active }] of Object.entries(sketch.numbers)) {
            this.#create(
                'Callback_Number__c',
                { Name: label, Number__c: number, Active__c: active },
                label
            );
        }
        for (const group of ['Sales', 'Support']) {
            this.#create('Agent_Group__c', { Name: group }, group);
        }
        for (const [name, { active, group }] of Object.entries(sketch.agents)) {
            const agentId = this.#create('User', user(name, this.#id('profile')), name);
            const groupId = this.#id(group);
            this.#create('Agent_Group_Member__c', {
                Agent__c: agentId,
                Agent_Group__c: groupId,
                Key__c: `${groupId}:${agentId}`
            });
            this.#assign('Callback_Agent', agentId);
            this.#update('User', agentId, { IsActive: active });
        }
        for (const { number, agent, group } of sketch.assignments) {
            const assignee = this.#id(agent ?? group!);
            this.#create('Callback_Number_Assignment__c', {
                Callback_Number__c: this.#id(number),
                [agent ? 'Agent__c' : 'Agent_Group__c']: assignee,
                Key__c: `${this.#id(number)}:${assignee}`
            });
        }
        for (const [name, { number }] of Object.entries(sketch.dialLists)) {
            const listId = this.#create(
                'Dial_List__c',
                { Name: name, Callback_Number__c: number ? this.#id(number) : null },
                name
            );
            this.#create(
                'Dial_Entry__c',
                { Dial_List__c: listId, Phone__c: sketch.DIALLED },
                `entry of ${name}`
            );
        }
        const accountId = this.#create('Account', { Name: 'Northwind' }, 'account');
        this.#create('Contact', { LastName: 'Reed', AccountId: accountId }, 'contact');
    }

    #assign(permissionSet: string, userId: string): void {
        const [{ Id }] = this.#session.query(
            `SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}'`
        ).records;
        this.#create('PermissionSetAssignment', { AssigneeId: userId, PermissionSetId: Id });
    }

    /** The id of an entry that was there a moment ago. */
    #lostEntry(list: string): string {
        const id = this.#create('Dial_Entry__c', {
            Dial_List__c: this.#id(list),
            Phone__c: sketch.DIALLED
        });
        this.#save([{ kind: 'delete', id }]);
        return id;
    }

    #policy(row: Row, scope: 'organization' | 'profile' | 'user', policy: PolicySketch) {
        const key = {
            organization: 'org',
            profile: this.#id('profile'),
            user: this.#ids.get(sketch.agentOf(row)) ?? NOBODY
        };
        const names = { organization: 'Organization', profile: 'Profile', user: 'User' };
        const { principal, whenUnavailable } = policy;
        return {
            Name: names[scope],
            Scope__c: names[scope],
            Scope_Key__c: key[scope],
            Principal_Number__c: principal && principal !== 'none' ? this.#id(principal) : null,
            Restrict_Numbers__c: YES_NO.get(policy.restrictNumbers),
            Automate_Click_To_Dial__c: YES_NO.get(policy.automateClickToDial),
            Automate_Connect__c: YES_NO.get(policy.automateConnect),
            Agent_May_Override__c: YES_NO.get(policy.agentMayOverride),
            When_Unavailable__c:
                whenUnavailable === undefined
                    ? 'Inherit'
                    : { useDefault: 'Use default', block: 'Block' }[whenUnavailable]
        };
    }

    #rule(rule: RuleSketch) {
        const common = {
            Name: rule.name,
            Priority__c: rule.priority ?? 10,
            Active__c: rule.active ?? true,
            Channel__c: CHANNELS[rule.channel ?? 'any'],
            Agent_Group__c: rule.group ? this.#id(rule.group) : null
        };
        const number = (name: NumberName | undefined) => (name ? this.#id(name) : null);
        switch (rule.type) {
            case 'numberPrefix':
                return {
                    ...common,
                    Type__c: 'Number prefix',
                    Prefix__c: rule.prefix,
                    Callback_Number__c: number(rule.number)
                };
            case 'recordField':
                return {
                    ...common,
                    Type__c: 'Record field',
                    Object__c: rule.objectApiName,
                    Field__c: rule.field,
                    Operator__c: OPERATORS[rule.operator],
                    Value__c: rule.value ?? null,
                    Callback_Number__c: number(rule.number)
                };
            case 'dialList':
                return {
                    ...common,
                    Type__c: 'Dial list',
                    Dial_List__c: rule.list ? this.#id(rule.list) : null,
                    Callback_Number__c: number(rule.number)
                };
            case 'customSelector':
                return { ...common, Type__c: 'Custom selector', Selector__c: rule.selector };
        }
    }

    #id(name: string): string {
        const id = this.#ids.get(name);
        if (id === undefined) {
            throw new Error(`The world has no ${name}.`);
        }
        return id;
    }

    #create(object: string, values: Record<string, unknown>, name?: string): string {
        const [id] = this.#save([{ kind: 'create', object, values }]);
        if (name !== undefined) {
            this.#ids.set(name, id);
        }
        return id;
    }

    #update(object: string, id: string, values: Record<string, unknown>): void {
        this.#save([{ kind: 'update', object, id, values }]);
    }

    #save(operations: Parameters<OrgSession['save']>[0]): string[] {
        return this.#session.save(operations, { allOrNone: true }).map((result, i) => {
            if (!result.success) {
                throw new Error(
                    `${JSON.stringify(operations[i])}: ${JSON.stringify(result.errors)}`
                );
            }
            return result.id!;
        });
    }
}

function usernameOf(name: string): string {
    return `${name.toLowerCase()}@table.example`;
}

function user(name: string, profileId: string): Record<string, unknown> {
    return {
        LastName: name,
        Username: usernameOf(name),
        Email: usernameOf(name),
        Alias: name.toLowerCase(),
        ProfileId: profileId,
        IsActive: true,
        TimeZoneSidKey: 'Europe/London',
        LocaleSidKey: 'en_GB',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US'
    };
}

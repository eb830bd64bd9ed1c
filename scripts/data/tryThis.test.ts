import { readFileSync } from 'node:fs';
import { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    ADMIN_USERNAME,
    INTEGRATION_USERNAME,
    startLocalOrg,
    type LocalOrg
} from '../../local-org/index.ts';
import { createCallbackNumberService, type CallbackNumberService } from '../../service/index.ts';
import { importPlan } from './importPlan.ts';
import { registerSampleActions } from './sampleActions.ts';
import { SAMPLE_PLAN, seedLocalOrg } from './seedLocalOrg.ts';

/** The story of data/README.md, told to the service over an embedded org with the sample data. */

let org: LocalOrg;
let service: CallbackNumberService;
/** Record ids by the plan's references. */
let ids: ReadonlyMap<string, string>;

beforeAll(async () => {
    org = await startLocalOrg({ file: ':memory:' });
    registerSampleActions(org);
    await seedLocalOrg(org);
    // Everything is there already, so this only finds the ids.
    ({ ids } = await importPlan(connect(ADMIN_USERNAME), SAMPLE_PLAN));
    service = await createCallbackNumberService({ connection: connect(INTEGRATION_USERNAME) });
});

afterAll(async () => {
    await service?.close();
    await org?.close();
});

function connect(username: string): Connection {
    const { accessToken, instanceUrl } = org.signIn(username);
    return new Connection({ accessToken, instanceUrl, version: '66.0' });
}

interface Try {
    agent: string;
    channel: string;
    dials: string;
    from: string;
    choosing: string;
    shows: string;
    because: string;
}

/** The rows of the table, without the back quotes. */
function tries(): Try[] {
    return readFileSync('data/README.md', 'utf8')
        .split('\n')
        .filter((line) => /^\| `/.test(line))
        .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
        .map(([, agent, channel, dials, from, choosing, shows, because]) => ({
            agent,
            channel,
            dials,
            from,
            choosing,
            shows,
            because
        }));
}

const CHANNELS = { Manual: 'manual', 'Click to dial': 'clickToDial', Connect: 'connect' } as const;

/** Id of `UrsulaAlbrecht` or `entry Storm04`. */
function idOf(reference: string): string {
    const id = ids.get(reference.replace(/^entry /, ''));
    if (!id) throw new Error(`The plan has no record ${reference}`);
    return id;
}

async function shown({ agent, channel, dials, from, choosing }: Try): Promise<string> {
    const user = await connect(ADMIN_USERNAME).query<{ Id: string }>(
        `SELECT Id FROM User WHERE Username = '${agent}@callback-numbers.example'`
    );
    const answer = await service.explain({
        agentId: user.records[0].Id,
        channel: CHANNELS[channel as keyof typeof CHANNELS],
        number: dials,
        ...(from && { [from.startsWith('entry ') ? 'dialEntryId' : 'recordId']: idOf(from) }),
        ...(choosing && { thisCallNumber: choosing })
    });
    return answer.outcome === 'presented'
        ? answer.callbackNumber.label
        : `blocked: ${answer.errorCode}`;
}

describe('the "try this" table of data/README.md', () => {
    it('has two dozen rows, less a few', () => {
        expect(tries().length).toBeGreaterThan(18);
    });

    it.each(tries())('$agent, $channel, $dials: $shows, because $because', async (row) => {
        expect(await shown(row)).toBe(row.shows);
    });
});

describe('the rule check on the sample data', () => {
    it('finds the retired and the shadowed rule, and nothing else', () => {
        expect(service.lint().map(({ code, ruleId }) => [code, ruleId])).toEqual([
            ['RULE_NUMBER_RETIRED', ids.get('RuleDeFrankfurt')],
            ['RULE_SHADOWED', ids.get('RuleUsBoston')]
        ]);
    });
});

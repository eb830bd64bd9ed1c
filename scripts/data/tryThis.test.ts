import { readFileSync } from 'node:fs';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import {
    decide,
    effectivePolicy,
    lint,
    type Dial,
    type Facts,
    type FieldFact,
    type Need
} from '#resolver';
import { readPlan } from './plan.ts';
import { rowsOf, sampleDirectory, type SampleRow } from './sampleDirectory.ts';
import { callbackByLoyalty, pickCallbackNumber, type LoyaltyContact } from './sampleSelectors.ts';

const plan = readPlan('data/sample-plan.json');
const directory = sampleDirectory(plan);
const users = rowsOf(plan, 'User');
const callable = new Map(
    ['Contact', 'Lead', 'Account', 'Case'].flatMap((object) =>
        rowsOf(plan, object).map((row) => [row.ref, { object, row }] as const)
    )
);
const entries = new Map(rowsOf(plan, 'Dial_Entry__c').map((row) => [row.ref, row]));

interface Try {
    agent: string;
    channel: string;
    dials: string;
    from: string;
    choosing: string;
    shows: string;
    because: string;
}

/** The rows of the table in the README, without the back quotes. */
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

function dialOf({ agent, channel, dials, from, choosing }: Try): Dial {
    const user = users.find((row) => row.Username === `${agent}@callback-numbers.example`)!;
    const policy = effectivePolicy(directory, directory.agents.get(user.ref as never)!);
    const phone = parsePhoneNumberFromString(dials, policy.defaultCountry as CountryCode);
    const entry = from.startsWith('entry ') ? entries.get(from.slice('entry '.length)) : undefined;
    const recordId = entry ? entry.Record_Id__c : from || undefined;
    return {
        agentId: user.ref,
        channel: { Manual: 'manual', 'Click to dial': 'clickToDial', Connect: 'connect' }[channel],
        number: phone?.isPossible() ? phone.number : dials,
        recordId,
        objectApiName: recordId && callable.get(recordId as string)!.object,
        dialEntryId: entry?.ref,
        dialListId: entry?.Dial_List__c,
        thisCallNumber: choosing || undefined
    } as Dial;
}

function fieldOf(row: SampleRow, path: string): FieldFact {
    const [first, second] = path.split('.');
    const value = second ? callable.get(row[`${first}Id`] as string)?.row[second] : row[first];
    return { status: 'read', value: (value as string | undefined) ?? null };
}

function factFor(need: Need, dial: Dial): Facts {
    switch (need.kind) {
        case 'recordFields': {
            const { row } = callable.get(need.recordId)!;
            return { fields: Object.fromEntries(need.fields.map((f) => [f, fieldOf(row, f)])) };
        }
        case 'dialEntry':
            throw new Error('The dial list of every entry is given');
        case 'selector': {
            const row = callable.get(dial.recordId ?? '')?.row;
            const contact = row && { ...row, Name: `${row.FirstName} ${row.LastName}` };
            const answer =
                need.selector === 'apex:CallbackByLoyalty'
                    ? callbackByLoyalty(contact as unknown as LoyaltyContact | undefined)
                    : pickCallbackNumber(dial.number);
            const fact =
                'refusal' in answer
                    ? ({ status: 'refused', message: answer.refusal } as const)
                    : ({ status: 'answered', number: answer.number } as const);
            return { selectors: { [need.ruleId]: fact } };
        }
    }
}

function shown(dial: Dial): string {
    let facts: Facts = {};
    for (;;) {
        const resolution = decide(directory, dial, facts);
        if (resolution.status === 'decided') {
            const { decision } = resolution;
            return decision.outcome === 'presented'
                ? directory.numbers.get(decision.numberId)!.label
                : `blocked: ${decision.errorCode}`;
        }
        for (const need of resolution.needs) {
            const more = factFor(need, dial);
            facts = {
                fields: { ...facts.fields, ...more.fields },
                selectors: { ...facts.selectors, ...more.selectors }
            };
        }
    }
}

describe('the "try this" table of data/README.md', () => {
    it('has about two dozen rows', () => {
        expect(tries().length).toBeGreaterThan(15);
    });

    it.each(tries())('$agent, $channel, $dials: $shows, because $because', (row) => {
        expect(shown(dialOf(row))).toBe(row.shows);
    });
});

describe('the rule check on the sample data', () => {
    it('finds the retired and the shadowed rule, and nothing else', () => {
        const findings = lint([...directory.rules.values()], directory);
        expect(findings.map(({ code, ruleId }) => [code, ruleId])).toEqual([
            ['RULE_NUMBER_RETIRED', 'RuleDeFrankfurt'],
            ['RULE_SHADOWED', 'RuleUsBoston']
        ]);
    });
});

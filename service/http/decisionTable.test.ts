import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
    decisionTable,
    type Row
} from '../../force-app/main/default/lwc/callbackResolver/__tests__/decisionTable.ts';
import type { DecisionAnswer } from '../types.ts';
import { OrgWorld } from './testing/orgWorld.ts';

/** The rows of the resolver's own table, through every layer: HTTP, service, jsforce, embedded org. */
let world: OrgWorld;

beforeAll(async () => {
    world = await OrgWorld.start();
});
afterAll(() => world?.stop());

/** The answer in the table's own words. */
function inTableWords(answer: DecisionAnswer) {
    const rule = answer.rule && { rule: answer.rule.name };
    return answer.outcome === 'presented'
        ? { presents: answer.callbackNumber.label, source: answer.source, ...rule }
        : {
              blocked: answer.errorCode,
              ...rule,
              ...(answer.message !== undefined && { message: answer.message })
          };
}

describe.each(Object.entries(decisionTable))('%s', (_, rows) => {
    it.each(rows.map((row) => [row.says, row] as const))('%s', async (_says, row: Row) => {
        await world.arrange(row);
        const answer = await world.dial(row);
        expect(inTableWords(answer)).toEqual(row.then);
        const codes = answer.trace.map(({ code }) => code);
        expect(codes.filter((code) => row.because.includes(code))).toEqual(row.because);
        expect(answer.reason).not.toMatch(/\{\d\}/);
        expect(await world.logged(answer.dialKey)).toEqual({
            Outcome__c: answer.outcome === 'presented' ? 'Presented' : 'Blocked',
            Presented_Number__c:
                answer.outcome === 'presented' ? answer.callbackNumber.number : null,
            Error_Code__c: answer.outcome === 'blocked' ? answer.errorCode : null
        });
    });
});

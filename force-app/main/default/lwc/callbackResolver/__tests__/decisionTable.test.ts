import {
    createDirectory,
    decide,
    type Decision,
    type Facts,
    type TraceCode
} from '../callbackResolver';
import { decisionTable, type Blocked, type Presented, type Row } from './decisionTable';
import { answer, dialOf, directoryRowsOf } from './world';

function decideRow(row: Row): Decision {
    const directory = createDirectory(directoryRowsOf(row));
    let facts: Facts = {};
    for (;;) {
        const resolution = decide(directory, dialOf(row), facts);
        if (resolution.status === 'decided') {
            return resolution.decision;
        }
        facts = answer(row, resolution.needs, facts);
    }
}

/** The decision in the table's own words. */
function inTableWords(decision: Decision): Presented | Blocked {
    const rule = decision.ruleId !== undefined ? { rule: decision.ruleId as string } : {};
    return decision.outcome === 'presented'
        ? {
              presents: decision.numberId as string as Presented['presents'],
              source: decision.source,
              ...rule
          }
        : {
              blocked: decision.errorCode,
              ...rule,
              ...(decision.message !== undefined && { message: decision.message })
          };
}

describe.each(Object.entries(decisionTable))('%s', (_, rows) => {
    it.each(rows.map((row) => [row.says, row] as const))('%s', (_says, row) => {
        const decision = decideRow(row);
        expect(inTableWords(decision)).toEqual(row.then);
        const codes: TraceCode[] = decision.trace.map(({ code }) => code);
        expect(codes.filter((code) => row.because.includes(code))).toEqual(row.because);
    });
});

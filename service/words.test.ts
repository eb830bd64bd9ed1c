import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallbackNumber, LintFinding, NumberId, Rule, RuleId, TraceStep } from '#resolver';
import { ERROR_CODES } from '#resolver';
import { createWords, LABELS_FILE, labelOfCode, type Names } from './words.ts';

const LONDON = 'a01000000000001AAA' as NumberId;
const UK = 'a07000000000001AAA' as RuleId;
const BIG = 'a07000000000002AAA' as RuleId;
const names: Names = {
    numbers: new Map([
        [LONDON, { id: LONDON, label: 'London', number: '+442079460100' } as CallbackNumber]
    ]),
    rules: new Map([
        [UK, { id: UK, name: 'United Kingdom' } as Rule],
        [BIG, { id: BIG, name: 'Big {0}' } as Rule]
    ])
};
const words = createWords();
const labels = readFileSync(LABELS_FILE, 'utf8');

/** Every field that a step or a finding of any code may have. */
const ANY = {
    ruleId: UK,
    byRuleId: BIG,
    sameAsRuleId: BIG,
    numberId: LONDON,
    number: '+15550100',
    reason: 'RETIRED',
    message: 'Not this customer.',
    channel: 'connect',
    count: 12
};

const codesOf = (category: string) =>
    [...labels.matchAll(/<fullName>Callback_(\w+)<\/fullName>\s*<categories>(.*?)<\/categories>/g)]
        .filter(([, , categories]) => categories.includes(category))
        .map(([, name]) => name.toUpperCase());

describe('words for codes', () => {
    it.each([
        [
            { code: 'RULE_USED', ruleId: UK, numberId: LONDON },
            'Rule "United Kingdom" picked London (+442079460100).'
        ],
        [
            { code: 'RULE_NUMBER_NOT_AVAILABLE', ruleId: UK, numberId: LONDON, reason: 'RETIRED' },
            'Rule "United Kingdom" matches, but London (+442079460100) is not available: it is retired.'
        ],
        [
            { code: 'RULES_AUTOMATION_OFF', channel: 'clickToDial' },
            'The policy has rules switched off on Click to dial.'
        ],
        [
            { code: 'THIS_CALL_NOT_CONFIGURED', number: '12' },
            '12 was chosen for this call, but it is not a callback number of this organization.'
        ]
    ] as [TraceStep, string][])('%o reads: %s', (step, sentence) => {
        expect(words.step(step, names)).toBe(sentence);
    });

    it('tell every step and every finding in full, with no placeholder left', () => {
        const steps = codesOf('Trace');
        expect(steps.length).toBeGreaterThan(30);
        for (const code of steps) {
            const sentence = words.step({ ...ANY, code } as unknown as TraceStep, names);
            expect(sentence).not.toMatch(/\{\d\}|undefined/);
        }
        const findings = codesOf('Rule check');
        expect(findings.length).toBeGreaterThan(3);
        for (const code of findings) {
            const sentence = words.finding({ ...ANY, code } as unknown as LintFinding, names);
            expect(sentence).not.toMatch(/\{1\}|undefined/);
            expect(sentence).toContain('United Kingdom');
        }
    });

    it('say why a call is blocked, with the words of a selector', () => {
        for (const code of ERROR_CODES) {
            expect(words.blocked(code, 'Not this customer.')).not.toMatch(/\{\d\}/);
        }
        expect(words.blocked('SELECTOR_ERROR', 'Not this customer.')).toContain(
            'Not this customer.'
        );
    });

    it('give the last step as the reason', () => {
        const trace: TraceStep[] = [
            { code: 'THIS_CALL_NOT_GIVEN' },
            { code: 'PRINCIPAL_USED', numberId: LONDON }
        ];
        expect(words.reasonOf({ trace }, names)).toBe(
            'London (+442079460100) is the principal number.'
        );
        expect(words.traceAsWords(trace, names)).toHaveLength(2);
    });

    it('leave an id that is not known as it is, and a name that looks like a placeholder', () => {
        const unknown = 'a07000000000009AAA' as RuleId;
        expect(words.step({ code: 'RULE_NO_RECORD', ruleId: unknown }, names)).toContain(unknown);
        expect(words.step({ code: 'RULE_USED', ruleId: BIG, numberId: LONDON }, names)).toBe(
            'Rule "Big {0}" picked London (+442079460100).'
        );
    });

    it('are the code itself where its label is missing: no call fails for want of a word', () => {
        const folder = mkdtempSync(join(tmpdir(), 'callback-words-'));
        const path = join(folder, 'labels.xml');
        writeFileSync(path, labels.replace('Callback_Rule_Used', 'Callback_Rule_Other'));
        const step = { code: 'RULE_USED', ruleId: BIG, numberId: LONDON } as const;
        expect(createWords(path).step(step, names)).toBe('RULE_USED');
        rmSync(folder, { recursive: true });
    });

    it('are found by the name of the code', () => {
        expect(labelOfCode('THIS_CALL_NOT_GIVEN')).toBe('Callback_This_Call_Not_Given');
    });
});

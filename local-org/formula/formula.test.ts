import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../engine/types.ts';
import { evaluateFormula, fieldsOfFormula, FormulaError, type FormulaContext } from './formula.ts';

const record: Record<string, Value> = {
    Name: 'Sales',
    Empty: '',
    Nothing: null,
    Number__c: '+442071234567',
    Agent__c: '005A0000006Vm9r',
    Amount: 12.5,
    Zero: 0,
    Active__c: true,
    Retired__c: false,
    Stage: 'New',
    Values: 'red;green',
    Day: '2026-03-01',
    Moment: '2026-03-01T10:30:00.000+0000',
    Changed: 'new',
    'Parent__r.Name': 'Brand',
    '$User.Id': '005A0000006Vm9r',
    '$Profile.Name': 'Standard User',
    '$Permission.Callback_Admin': true
};
const before: Record<string, Value> = { Name: 'Sales', Changed: 'old', Empty: null };

function context(more: Partial<FormulaContext> = {}): FormulaContext {
    return {
        field: (path) => record[path.join('.')],
        prior: (path) => before[path.join('.')],
        isNew: false,
        now: new Date('2026-03-01T10:30:00Z'),
        ...more
    };
}

describe('a formula', () => {
    it.each<[string, Value]>([
        // literals, fields, comments, letters of any case
        ['1', 1],
        ['.5', 0.5],
        ['2e3', 2000],
        ["'single'", 'single'],
        ['"double"', 'double'],
        ['"it\'s"', "it's"],
        ['"a \\"b\\" \\\\ c"', 'a "b" \\ c'],
        ['"line\\nbreak"', 'line\nbreak'],
        ['true', true],
        ['False', false],
        ['NULL', null],
        ['Name', 'Sales'],
        ['Parent__r.Name', 'Brand'],
        ['$User.Id', '005A0000006Vm9r'],
        ['$Profile.Name', 'Standard User'],
        ['$Permission.Callback_Admin', true],
        ['/* one */ 1 /* two\nlines */ + 1', 2],
        ['upper("a") & Lower("B")', 'Ab'],
        // precedence
        ['1 + 2 * 3', 7],
        ['(1 + 2) * 3', 9],
        ['10 - 4 - 3', 3],
        ['2 ^ 3 ^ 2', 64],
        ['-2 ^ 2', 4],
        ['--1', 1],
        ['8 / 2 / 2', 2],
        ['1 + 1 = 2', true],
        ['1 < 2 && 2 < 3', true],
        ['true || false && false', true],
        ['!false && !false', true],
        ['"a" & "b" = "ab"', true],
        ['1 < 2 = true', true],
        // comparison
        ['Name = "Sales"', true],
        ['Name == "sales"', false],
        ['Name <> "Sales"', false],
        ['Name != "x"', true],
        ['Amount >= 12.5', true],
        ['Amount <= 12', false],
        ['Active__c = true', true],
        ['Nothing = false', true],
        ['Day < "2026-03-02"', true],
        ['Day = TODAY()', true],
        // blank
        ['Empty = Nothing', true],
        ['Empty = ""', true],
        ['Name = Empty', false],
        ['Name <> Nothing', true],
        ['ISBLANK(Empty)', true],
        ['ISBLANK(Nothing)', true],
        ['ISBLANK(Zero)', false],
        ['ISBLANK(Retired__c)', false],
        ['ISNULL(Empty)', false],
        ['ISNULL(Nothing)', true],
        ['Nothing & "x"', 'x'],
        ['Nothing > 1', null],
        ['NOT(Nothing > 1)', null],
        ['Nothing + 1', null],
        ['1 - Nothing', null],
        ['IF(Nothing > 1, "more", "not more")', 'not more'],
        ['Nothing > 1 && false', false],
        ['Nothing > 1 || true', true],
        ['AND(Nothing > 1, true)', null],
        ['OR(Nothing > 1, false)', null],
        ['BLANKVALUE(Empty, "else")', 'else'],
        ['NULLVALUE(Name, "else")', 'Sales'],
        // choice
        ['AND(true, true, true)', true],
        ['AND(true, false)', false],
        ['OR(false, true)', true],
        ['NOT(false)', true],
        ['IF(Active__c, 1, 2)', 1],
        ['CASE(Stage, "Old", 1, "New", 2, 3)', 2],
        ['CASE(Stage, "Old", 1, 3)', 3],
        ['CASE(Nothing, "", "blank", "else")', 'blank'],
        // the record
        ['ISNEW()', false],
        ['ISCHANGED(Changed)', true],
        ['ISCHANGED(Name)', false],
        ['ISCHANGED(Empty)', false],
        ['PRIORVALUE(Changed)', 'old'],
        ['ISPICKVAL(Stage, "New")', true],
        ['ISPICKVAL(Stage, "new")', false],
        ['ISPICKVAL(Nothing, "")', true],
        ['INCLUDES(Values, "green")', true],
        ['INCLUDES(Values, "gree")', false],
        // texts
        ['TEXT(Stage)', 'New'],
        ['TEXT(12.50)', '12.5'],
        ['TEXT(0.0000001)', '0.0000001'],
        ['TEXT(1e21)', '1000000000000000000000'],
        ['TEXT(Day)', '2026-03-01'],
        ['TEXT(Moment)', '2026-03-01 10:30:00Z'],
        ['TEXT(Nothing)', ''],
        ['VALUE(" 12.5 ")', 12.5],
        ['VALUE("")', null],
        ['ISNUMBER("1e5")', true],
        ['ISNUMBER("1,000")', false],
        ['LEN(Number__c)', 13],
        ['LEN(Nothing)', 0],
        ['LEFT(Name, 2)', 'Sa'],
        ['LEFT(Name, -1)', ''],
        ['RIGHT(Name, 3)', 'les'],
        ['RIGHT(Name, 30)', 'Sales'],
        ['MID(Name, 2, 3)', 'ale'],
        ['BEGINS(Number__c, "+44")', true],
        ['CONTAINS(Name, "ale")', true],
        ['CONTAINS(Name, "ALE")', false],
        ['CONTAINS("GB:DE", Nothing)', true],
        ['FIND("l", Name)', 3],
        ['FIND("s", Name, 2)', 5],
        ['FIND("x", Name)', 0],
        ['SUBSTITUTE("a.b.c", ".", "-")', 'a-b-c'],
        ['SUBSTITUTE("a", "", "-")', 'a'],
        ['TRIM("  a ")', 'a'],
        ['LPAD("7", 3, "0")', '007'],
        ['RPAD("abc", 2)', 'ab'],
        ['CASESAFEID(Agent__c)', '005A0000006Vm9rIAC'],
        ['CASESAFEID("no id")', 'no id'],
        // patterns match the whole text
        ['REGEX(Number__c, "\\\\+[1-9]\\\\d{6,14}")', true],
        ['REGEX("x+442071234567", "\\\\+[1-9]\\\\d{6,14}")', false],
        ['REGEX("ab", "a|b")', false],
        ['REGEX("b", "a|b")', true],
        ['REGEX("ab\\n", "ab")', false],
        ['REGEX("a\\nb", "a.b")', false],
        ['REGEX("a\\nb", "(?s)a.b")', true],
        ['REGEX("GB", "(?i)[a-z]{2}")', true],
        ['REGEX("a-b", "a\\\\-b")', true],
        ['REGEX("é", "\\\\p{L}")', true],
        ['REGEX(Nothing, "x?")', true],
        // numbers
        ['ABS(-3)', 3],
        ['MIN(3, 1, 2)', 1],
        ['MAX(3, 1, 2)', 3],
        ['MAX(3, Nothing)', null],
        ['ROUND(1.005, 2)', 1.01],
        ['ROUND(-2.5, 0)', -3],
        ['ROUND(1234, -2)', 1200],
        ['MOD(7, 3)', 1],
        ['CEILING(-2.5)', -3],
        ['FLOOR(-2.5)', -2],
        // dates
        ['TODAY()', '2026-03-01'],
        ['NOW()', '2026-03-01T10:30:00.000+0000'],
        ['TODAY() - 1', '2026-02-28'],
        ['TODAY() + 0.9', '2026-03-01'],
        ['Day - DATE(2026, 2, 1)', 28],
        ['NOW() + 0.5', '2026-03-01T22:30:00.000+0000'],
        ['Day - Nothing', null],
        ['YEAR(Day) * 100 + MONTH(Day)', 202603],
        ['WEEKDAY(Day)', 1],
        ['DATEVALUE(Moment)', '2026-03-01'],
        ['DATETIMEVALUE("2026-03-01 08:00:00")', '2026-03-01T08:00:00.000+0000']
    ])('%s is %j', (formula, expected) => {
        expect(evaluateFormula(formula, context())).toEqual(expected);
    });

    it.each<[string, Value]>([
        ['ISNEW()', true],
        ['ISCHANGED(Changed)', false],
        ['PRIORVALUE(Changed)', 'new']
    ])('%s is %j on a new record', (formula, expected) => {
        const neverAsked = () => expect.fail('there is no record before');
        expect(evaluateFormula(formula, context({ isNew: true, prior: neverAsked }))).toBe(
            expected
        );
    });

    it.each([
        ['IF(true, 1, VALUE("x"))', 1],
        ['IF(false, VALUE("x"), 2)', 2],
        ['CASE(1, 1, "one", VALUE("x"), "two", "else")', 'one'],
        ['AND(false, VALUE("x") = 1)', false],
        ['OR(true, VALUE("x") = 1)', true],
        ['false && 1 / 0 = 1', false],
        ['true || 1 / 0 = 1', true],
        ['BLANKVALUE(Name, VALUE("x"))', 'Sales']
    ])('%s does not look at what does not matter', (formula, expected) => {
        expect(evaluateFormula(formula, context())).toBe(expected);
    });
});

describe('a formula that cannot be read says where', () => {
    it.each([
        ['', 0, 'a value, a field or a function'],
        ['1 +', 3, 'a value, a field or a function'],
        ['(1', 2, "')'"],
        ['1 2', 2, 'an operator or the end'],
        ['LEFT("a")', 0, '2'],
        ['ISNEW(1)', 0, '0'],
        ['FIND("a")', 0, '2 to 3'],
        ['NOSUCH(1)', 0, undefined],
        ['ISCHANGED("a")', 10, 'a field'],
        ['"open', 0, '"'],
        ['"open\\"', 0, '"'],
        ['1 /* open', 2, '*/'],
        ['a # b', 2, undefined],
        ['AND(', 4, 'a value, a field or a function'],
        ['AND(1,)', 6, 'a value, a field or a function']
    ])('%j', (formula, position, expected) => {
        const attempt = () => evaluateFormula(formula, context());
        expect(attempt).toThrow(FormulaError);
        expect(attempt).toThrow(expect.objectContaining({ position, expected }));
    });

    it('and one nested without end is refused before the stack is full', () => {
        const deep = `${'('.repeat(100_000)}1${')'.repeat(100_000)}`;
        expect(() => evaluateFormula(deep, context())).toThrow(FormulaError);
    });
});

describe('a formula that cannot be worked out says where', () => {
    it.each([
        ['VALUE("12a")', 0],
        ['1 / Zero', 2],
        ['MOD(1, Zero)', 0],
        ['Name * 2', 5],
        ['Name = 1', 5],
        ['IF(Name, 1, 2)', 3],
        ['LEN(1)', 0],
        ['NOT("x")', 0],
        ['REGEX("a", "(")', 0],
        ['REGEX("a", "a++")', 0],
        ['DATE(2026, 2, 30)', 0],
        ['CASE(1, 2, 3, 4, 5)', 0]
    ])('%s', (formula, position) => {
        const attempt = () => evaluateFormula(formula, context());
        expect(attempt).toThrow(FormulaError);
        expect(attempt).toThrow(expect.objectContaining({ position }));
    });
});

describe('properties', () => {
    const literal = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

    it('a text literal stands for exactly its text', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'binary' }), (text) => {
                expect(evaluateFormula(literal(text), context())).toBe(text);
            })
        );
    });

    it('any input is answered or refused with a FormulaError, never otherwise', () => {
        const pieces = fc.constantFrom(
            ...['AND(', 'IF(', 'LEFT(', 'Name', 'Amount', ')', ',', '"a"', '1', '=', '&', '-', '!']
        );
        fc.assert(
            fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
                try {
                    evaluateFormula(parts.join(' '), context());
                } catch (error) {
                    expect(error).toBeInstanceOf(FormulaError);
                }
            })
        );
    });

    it('LEFT and RIGHT put a text back together', () => {
        fc.assert(
            fc.property(fc.string(), fc.nat(30), (text, cut) => {
                const quoted = literal(text);
                const whole = `LEFT(${quoted}, ${cut}) & RIGHT(${quoted}, LEN(${quoted}) - ${cut})`;
                expect(evaluateFormula(whole, context())).toBe(text);
            })
        );
    });
});

describe('fields of a formula', () => {
    it('are named once, in the order they appear', () => {
        expect(
            fieldsOfFormula('AND(Name = $User.Id, name <> Parent__r.Name, ISNEW(), LEN(Zero) > 1)')
        ).toEqual([['Name'], ['$User', 'Id'], ['Parent__r', 'Name'], ['Zero']]);
    });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { CHOICE_LIVES_MS } from '#choice';
import { createChoiceMemory, type ChoiceMemory } from './choiceMemory.ts';

const RECORD = '003000000000001AAA';
const CALL = { number: '+442079460123', recordId: RECORD };
const CHOSEN = {
    choiceId: 'c1',
    callbackNumber: '+4930123456',
    ...CALL,
    chosenAt: '1700000000000'
};

describe('A number heard on the channel', () => {
    let now: number;
    let memory: ChoiceMemory;

    beforeEach(() => {
        now = Number(CHOSEN.chosenAt);
        memory = createChoiceMemory(() => now);
    });

    it('is remembered for its call, once', () => {
        memory.hear(CHOSEN);
        expect(memory.take(CALL)).toEqual({ ...CHOSEN, chosenAt: 1_700_000_000_000 });
        expect(memory.take(CALL)).toBeUndefined();
    });

    it.each([
        ['another number', { ...CALL, number: '+442079460124' }],
        ['the same number in another country', { ...CALL, number: '+12079460123' }],
        ['another record', { ...CALL, recordId: '003000000000002AAA' }],
        ['no record', { number: CALL.number }],
        ['a few digits of it', { ...CALL, number: '0123' }]
    ])('is not for %s', (_what, call) => {
        memory.hear(CHOSEN);
        expect(memory.take(call)).toBeUndefined();
        expect(memory.take(CALL)).toBeDefined();
    });

    it.each([
        ['written otherwise', { ...CALL, number: '+44 (20) 7946-0123' }],
        ['written as in its country', { ...CALL, number: '020 7946 0123' }],
        ['on the record by its shorter id', { ...CALL, recordId: RECORD.slice(0, 15) }]
    ])('is for its number %s', (_what, call) => {
        memory.hear(CHOSEN);
        expect(memory.take(call)).toBeDefined();
    });

    it('is for a short number without a record, too', () => {
        memory.hear({ ...CHOSEN, number: '999', recordId: '' });
        expect(memory.take({ number: '9990' })).toBeUndefined();
        expect(memory.take({ number: '999' })).toBeDefined();
    });

    it('lives for as long as choices live', () => {
        memory.hear(CHOSEN);
        now += CHOICE_LIVES_MS;
        expect(memory.take(CALL)).toBeUndefined();
    });

    it('gives way to a later one, and is taken back', () => {
        memory.hear(CHOSEN);
        memory.hear({ ...CHOSEN, choiceId: 'c2' });
        expect(memory.take(CALL)?.choiceId).toBe('c2');
        memory.hear({ ...CHOSEN, choiceId: 'c3' });
        memory.hear({ ...CHOSEN, choiceId: 'c3', callbackNumber: '' });
        expect(memory.take(CALL)).toBeUndefined();
    });

    it('is forgotten by its id', () => {
        memory.hear(CHOSEN);
        memory.forget('c1');
        expect(memory.take(CALL)).toBeUndefined();
    });

    it.each([
        ['nothing', null],
        ['a text', 'c1'],
        ['no id', { ...CHOSEN, choiceId: '' }],
        ['no number', { ...CHOSEN, number: undefined }],
        ['no time', { ...CHOSEN, chosenAt: 'soon' }],
        ['an object for a number', { ...CHOSEN, number: { toString: () => CALL.number } }]
    ])('is nothing where the message holds %s', (_what, message) => {
        memory.hear(message);
        expect(memory.take(CALL)).toBeUndefined();
    });
});

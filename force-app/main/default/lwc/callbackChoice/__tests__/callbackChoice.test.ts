import {
    agentFromParams,
    agentToParams,
    CHOICE_LIVES_MS,
    choiceFromParams,
    choiceToParams,
    refusalOf,
    type ThisCallChoice
} from 'c/callbackChoice';

const NOW = 1_795_000_000_000;
const choice: ThisCallChoice = {
    choiceId: '7f0c7c0e-0000-4000-8000-000000000001',
    callbackNumber: '+442079460000',
    number: '+441314960412',
    recordId: '003000000000001AAA',
    chosenAt: NOW
};
const call = { number: choice.number, recordId: choice.recordId };

describe('A number chosen for one call', () => {
    it('is good for the number and the record it was chosen for', () => {
        expect(refusalOf(choice, call, NOW)).toBeUndefined();
        expect(refusalOf(choice, call, NOW + CHOICE_LIVES_MS - 1)).toBeUndefined();
    });

    it.each([
        ['another number', { ...call, number: '+441314960413' }],
        ['another record', { ...call, recordId: '003000000000002AAA' }],
        ['no record', { number: choice.number }]
    ])('is refused for %s', (_, other) => {
        expect(refusalOf(choice, other, NOW)).toBe('CHOICE_FOR_ANOTHER_CALL');
    });

    it('without a record is refused for a call from a record', () => {
        const { recordId: _recordId, ...noRecord } = choice;
        expect(refusalOf(noRecord, call, NOW)).toBe('CHOICE_FOR_ANOTHER_CALL');
        expect(refusalOf(noRecord, { number: choice.number }, NOW)).toBeUndefined();
    });

    it('expires', () => {
        expect(refusalOf(choice, call, NOW + CHOICE_LIVES_MS)).toBe('CHOICE_EXPIRED');
    });

    it('from the future is refused, but for clocks that differ a little', () => {
        expect(refusalOf(choice, call, NOW - 30_000)).toBeUndefined();
        expect(refusalOf(choice, call, NOW - 30_001)).toBe('CHOICE_EXPIRED');
    });

    it('made at no time at all is refused', () => {
        expect(refusalOf({ ...choice, chosenAt: NaN }, call, NOW)).toBe('CHOICE_EXPIRED');
    });
});

describe('As parameters of a click', () => {
    it('who clicks stands beside it', () => {
        const params = `${agentToParams('005000000000001AAA')},${choiceToParams(choice)}`;
        expect(agentFromParams(params)).toBe('005000000000001AAA');
        expect(choiceFromParams(params)).toEqual(choice);
    });

    it.each([[undefined], [{}], [''], ['agent='], ['agents=005'], [choiceToParams(choice)]])(
        '%p says nobody',
        (params) => {
            expect(agentFromParams(params)).toBeUndefined();
        }
    );

    it('comes out as it went in', () => {
        expect(choiceFromParams(choiceToParams(choice))).toEqual(choice);
    });

    it('needs no record', () => {
        const { recordId: _recordId, ...noRecord } = choice;
        expect(choiceFromParams(choiceToParams(noRecord))).toEqual(noRecord);
    });

    it('may hold what separates parameters', () => {
        const odd = { ...choice, number: 'ext. 12, then #=%' };
        expect(choiceFromParams(choiceToParams(odd))).toEqual(odd);
    });

    it('stands among the parameters of others', () => {
        expect(choiceFromParams(`campaign=spring, ${choiceToParams(choice)},x`)).toEqual(choice);
    });

    it.each([
        [undefined],
        [null],
        [{}],
        [''],
        ['campaign=spring'],
        ['callbackChoice=1,callbackNumber=%E0%A4%A,chosenFor=2,chosenAt=3'],
        ['callbackChoice=1,callbackNumber=2,chosenFor=3,chosenAt=soon'],
        ['callbackChoice=1,callbackNumber=2,chosenFor=3,chosenAt=']
    ])('%p is no choice', (params) => {
        expect(choiceFromParams(params)).toBeUndefined();
    });
});

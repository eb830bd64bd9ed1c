import type { NumberId } from 'c/callbackResolver';
import { readRecents, rememberRecent } from '../recents';

const ids = [1, 2, 3, 4, 5, 6].map((at) => `a00${at}` as NumberId);

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

describe('Numbers used last', () => {
    it('are five, each once, the newest first', () => {
        for (const id of [...ids, ids[3]!]) {
            rememberRecent('ada', id);
        }
        expect(readRecents('ada')).toEqual([3, 5, 4, 2, 1].map((at) => ids[at]));
    });

    it('are kept apart for every user of the browser', () => {
        rememberRecent('ada', ids[0]!);
        expect(readRecents('bob')).toEqual([]);
    });

    it.each(['{', '"a001"', '[1, null]'])('are none where something else is kept: %s', (text) => {
        localStorage.setItem('callbackNumbers.recent.ada', text);
        expect(readRecents('ada')).toEqual([]);
    });

    it('last as long as the page where nothing may be kept', () => {
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new DOMException('Full', 'QuotaExceededError');
        });
        expect(rememberRecent('ada', ids[0]!)).toEqual([ids[0]]);
    });
});

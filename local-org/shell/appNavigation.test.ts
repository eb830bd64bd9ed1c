import { describe, expect, it } from 'vitest';
import { fitting } from './modules/shell/appNavigation/fitting';

const WIDTHS = [100, 100, 100, 100];

describe('the tabs that fit', () => {
    it.each([
        ['all before anything is measured', undefined, -1, [0, 1, 2, 3]],
        ['all where there is room for all', 420, 3, [0, 1, 2, 3]],
        ['the first ones, with room for "More"', 300, 0, [0, 1]],
        ['the current one in any case', 300, 3, [0, 3]],
        ['the current one alone where there is room for nothing', 50, 2, [2]],
        ['none where nothing is current', 50, -1, []]
    ] as const)('are %s', (_which, room, current, places) => {
        expect([...fitting(WIDTHS, room, current)].sort()).toEqual(places);
    });
});

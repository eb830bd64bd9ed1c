import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTabLabels } from './tabLabels.ts';

const PACKAGE = fileURLToPath(new URL('../../../force-app/main/default', import.meta.url));

describe('the names of tabs', () => {
    it.each([
        ['de', 'Regeln'],
        ['es', 'Reglas'],
        ['fr', 'Règles']
    ])('are those of the translations: %s', (language, label) => {
        expect(readTabLabels(PACKAGE, language)['Callback_Rules_Setup']).toBe(label);
    });

    it('are left to the tabs themselves in a language without translations', () => {
        expect(readTabLabels(PACKAGE, 'en_US')).toEqual({});
    });
});

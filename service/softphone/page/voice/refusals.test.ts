import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const WORDS = 'service/softphone/page/voiceWords.ts';
const LABELS = 'force-app/main/default/labels/CustomLabels.labels-meta.xml';

describe('What Salesforce shows', () => {
    const source = readFileSync(WORDS, 'utf8');
    const labels = readFileSync(LABELS, 'utf8');
    const imports = new Map(
        [...source.matchAll(/import (\w+) from '@salesforce\/label\/c\.(\w+)'/g)].map(
            ([, variable, name]) => [variable!, name!] as const
        )
    );
    const shown = [...source.matchAll(/^ {8}(Callback_\w+): (\w+)/gm)].map(
        ([, name, variable]) => [name!, variable!] as const
    );

    it.each(shown)('is the label %s, whose words need nothing filled in', (name, variable) => {
        expect(imports.get(variable)).toBe(name);
        const words = new RegExp(`<fullName>${name}</fullName>[^]*?<value>(.*)</value>`).exec(
            labels
        );
        expect(words?.[1]).toMatch(/^[^{}]+$/);
    });

    it('is all that the page knows', () => {
        expect(shown).toHaveLength(imports.size);
        expect(shown.length).toBeGreaterThan(20);
    });
});

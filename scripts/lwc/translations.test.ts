import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';

const PACKAGE = new URL('../../force-app/main/default/', import.meta.url);

/** Words by the name of the label. */
function read(path: string, list: string, name: string, value: string): Map<string, string> {
    const parser = new XMLParser({ parseTagValue: false, isArray: (tag) => tag === list });
    const file = Object.values(parser.parse(readFileSync(new URL(path, PACKAGE), 'utf8')));
    const root = file.at(-1) as Record<string, Record<string, string>[]>;
    return new Map(root[list].map((one) => [one[name], one[value]]));
}

const labels = read('labels/CustomLabels.labels-meta.xml', 'labels', 'fullName', 'value');
const placeholders = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();

describe.each(['de', 'es', 'fr'])('The translation %s', (language) => {
    const path = `translations/${language}.translation-meta.xml`;
    const translated = read(path, 'customLabels', 'name', 'label');

    it('has words for every label, and for no other', () => {
        expect([...translated.keys()].sort()).toEqual([...labels.keys()].sort());
        expect([...translated.values()].filter((text) => !text.trim())).toEqual([]);
    });

    it('keeps the placeholders of every label', () => {
        const lost = [...translated].filter(
            ([name, text]) => `${placeholders(text)}` !== `${placeholders(labels.get(name) ?? '')}`
        );
        expect(lost).toEqual([]);
    });
});

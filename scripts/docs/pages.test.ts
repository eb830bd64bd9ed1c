import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { PAGES } from './pages.ts';

describe('Pages that are written by a program', () => {
    it.each(PAGES)('$file is as its source says (npx tsx scripts/docs/write.ts)', async (page) => {
        const expected = await format(page.content(), { parser: 'markdown', filepath: page.file });
        expect(readFileSync(page.file, 'utf8')).toBe(expected);
    });
});

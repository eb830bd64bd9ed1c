import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PAGES, written } from './pages.ts';

describe('Pages that are written by a program, the whole page or its tables', () => {
    it.each(PAGES)('$file is as its source says (npx tsx scripts/docs/write.ts)', async (page) => {
        expect(readFileSync(page.file, 'utf8')).toBe(await written(page));
    });
});

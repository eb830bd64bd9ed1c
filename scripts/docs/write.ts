import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { PAGES } from './pages.ts';

/** Writes every page that is made from a source of truth elsewhere. */
for (const { file, content } of PAGES) {
    writeFileSync(file, await format(content(), { parser: 'markdown', filepath: file }));
    console.log(file);
}

import { writeFileSync } from 'node:fs';
import { PAGES, written } from './pages.ts';

/** Writes every page that is made from a source of truth elsewhere. */
for (const page of PAGES) {
    writeFileSync(page.file, await written(page));
    console.log(page.file);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from './buildPage.ts';

/** @returns bytes of a page's own scripts, as they are and compressed; the vendor's do not count */
export function ownJavaScriptBytes(page: Page): { readonly raw: number; readonly gzip: number } {
    const scripts = readdirSync(page.folder)
        .filter((file) => file.endsWith('.js'))
        .map((file) => readFileSync(join(page.folder, file)));
    return {
        raw: sum(scripts.map((script) => script.length)),
        gzip: sum(scripts.map((script) => gzipSync(script).length))
    };
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((total, number) => total + number, 0);
}

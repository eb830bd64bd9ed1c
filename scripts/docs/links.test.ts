import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const PAGES = ['.', 'docs', 'docs/decisions', 'data', 'local-org'].flatMap((folder) =>
    readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => path.join(folder, file))
);
const ROOMS = [
    'bench',
    'browser',
    'config',
    'data',
    'docs',
    'e2e',
    'force-app',
    'local-org',
    'scripts',
    'service'
];

/** Files a page names: links, and code that begins with one of the project's folders. */
function filesNamedIn(page: string): string[] {
    const text = readFileSync(page, 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => path.join(path.dirname(page), target));
    const code = [...text.matchAll(/`([^`\s]+)`/g)]
        .map(([, target]) => target)
        .filter((target) => ROOMS.includes(target.split('/')[0]) && target.includes('/'))
        .filter((target) => !/[*{}…<>]/.test(target));
    return [...links, ...code];
}

describe('Every file that a page names exists', () => {
    it.each(PAGES)('%s', (page) => {
        expect(filesNamedIn(page).filter((file) => !existsSync(file))).toEqual([]);
    });
});

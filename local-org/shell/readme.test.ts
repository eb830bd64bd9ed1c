import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const STAND_INS = './standIns/lightning';
const README = read('./standIns/README.md');
/** Said once above the table. */
const VENDOR = 'https://developer.salesforce.com/docs/platform';

describe('The README of the stand-ins', () => {
    it.each(readdirSync(new URL(STAND_INS, import.meta.url)))(
        'lists the stand-in %s with the pages it follows',
        (name) => {
            const [row = ''] = new RegExp(`^\\| \`lightning/${name}\`.*$`, 'm').exec(README) ?? [];
            const followed = read(`${STAND_INS}/${name}/${name}.ts`).match(/https:\S+\.html/g);
            expect(followed).not.toBeNull();
            expect(README).toContain(VENDOR);
            followed?.forEach((page) => expect(row).toContain(page.replace(VENDOR, '')));
        }
    );
});

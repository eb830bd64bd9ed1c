import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STATIC_RESOURCES, staticResourceFile } from '../resources/staticResources.ts';
import { checkMetadata } from './checkMetadata.ts';
import { usePackageCopy } from './packageCopy.ts';
import { PACKAGE_FOLDER } from './sourceTree.ts';

const PHONE = 'staticresources/libphonenumber.resource-meta.xml';
const COFFEE = 'staticresources/coffee.resource-meta.xml';

const copy = usePackageCopy();
const { path } = copy;

describe('Of static resources the metadata check finds', () => {
    it('one that is gone, in every component that imports it', () => {
        rmSync(path(PHONE));
        expect(checkMetadata(copy.dir).lines()).toContainEqual(
            expect.stringContaining(
                'imports the static resource libphonenumber, which does not exist'
            )
        );
    });

    it.each(['is a static resource that no component imports', 'has no content to deploy'])(
        'one that %s',
        (what) => {
            writeFileSync(path(COFFEE), readFileSync(path(PHONE)));
            expect(checkMetadata(copy.dir).lines()).toContainEqual(
                expect.stringContaining(`${PACKAGE_FOLDER}/${COFFEE}: ${what}`)
            );
        }
    );
});

describe('The content of a static resource', () => {
    it.each(STATIC_RESOURCES)('%s is a file of a package', (name) => {
        expect(readFileSync(staticResourceFile(name)!).length).toBeGreaterThan(0);
    });

    it('libphonenumber is the library with its full metadata, under the name the page looks for', () => {
        const page: { libphonenumber?: { parsePhoneNumberFromString(text: string): unknown } } = {};
        const script = readFileSync(staticResourceFile('libphonenumber')!, 'utf8');
        new Function('globalThis', 'self', script).call(page, page, page);
        const parse = page.libphonenumber!.parsePhoneNumberFromString;
        expect(parse('+49 116117')).toMatchObject({ number: '+49116117' });
    });

    it('of another name is not known', () => {
        expect(staticResourceFile('toString')).toBeUndefined();
    });
});

import {
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    statSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage, type Page } from './buildPage.ts';
import { labelsIn } from './labels.ts';
import { ownJavaScriptBytes, packageJavaScriptBytes } from './ownBytes.ts';
import { assetsOf, headOf, pageLabels } from './pageHead.ts';

const LABEL = 'Callback_Channel_Click_To_Dial';
const COMPONENT = `
    import { LightningElement, api } from 'lwc';
    import label from '@salesforce/label/c.${LABEL}';
    export default class Greeting extends LightningElement {
        @api name: string | undefined;
        get text(): string { return label + this.name; }
    }`;

const source = mkdtempSync(join(tmpdir(), 'page-'));
const write = (file: string, text: string) => {
    mkdirSync(dirname(join(source, file)), { recursive: true });
    writeFileSync(join(source, file), text);
};
const build = (name: string, modules = 'modules') =>
    buildPage({
        name,
        entry: join(source, `${name}.ts`),
        moduleFolders: [join(source, modules)]
    });

afterAll(() => rmSync(source, { recursive: true }));

describe('a page that is built', () => {
    let page: Page;
    let script: string;

    beforeAll(async () => {
        write('modules/try/greeting/greeting.ts', COMPONENT);
        write(
            'modules/try/greeting/greeting.html',
            '<template><lightning-card title={text}></lightning-card></template>'
        );
        write(
            'small.ts',
            "import Greeting from 'try/greeting';\nconsole.log(Greeting as unknown);"
        );
        page = await build('small');
        script = readFileSync(join(page.folder, page.script), 'utf8');
    }, 180_000);

    it('has nothing to complain about', () => {
        expect(page.warnings).toEqual([]);
    });

    it('starts with the synthetic shadow, before anything of LWC', () => {
        expect(/import\s[^;]*?['"]([^'"]+)['"]/.exec(script)?.[1]).toBe('@lwc/synthetic-shadow');
    });

    it('leaves lwc and base components to the vendor chunk, which has a file for each', () => {
        expect(script).toContain("from 'lightning/card'");
        for (const file of [...Object.values(page.vendorFiles), ...page.preload]) {
            expect(existsSync(join(page.vendorFolder, file)), file).toBe(true);
        }
    });

    it('knows its components by their names and keeps no types', () => {
        expect(script).toContain('try-greeting');
        expect(script).not.toContain('string | undefined');
    });

    it('brings the words it uses in every language, and no others', () => {
        expect(pageLabels(page, 'de')).toEqual({ [LABEL]: labelsIn('de')[LABEL] });
        expect(pageLabels(page, 'en_US')).toEqual({ [LABEL]: labelsIn('en_US')[LABEL] });
    });

    it('is the same page when nothing has changed', async () => {
        expect((await build('small')).folder).toBe(page.folder);
    });

    it('may be built by two at once', async () => {
        write('twice.ts', "import 'try/greeting';");
        const [one, other] = await Promise.all([build('twice'), build('twice')]);
        expect(one.folder).toBe(other.folder);
        expect(existsSync(join(one.folder, one.script))).toBe(true);
    });

    it('says how much of its script is its own', () => {
        const { raw, gzip } = ownJavaScriptBytes(page);
        expect(raw).toBe(Buffer.byteLength(script));
        expect(gzip).toBeLessThan(raw);
    });

    it('is served from addresses that its head names', () => {
        const boot = { labels: { a: '</script><b>' } };
        const head = headOf(page, { base: '/x', nonce: 'n0', boot });
        const addresses = [...head.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url]) => url!);
        expect(addresses).toHaveLength(4);
        for (const address of addresses) {
            const assets = assetsOf(page, '/x').find(({ url }) => address.startsWith(`${url}/`))!;
            expect(existsSync(join(assets.folder, address.slice(assets.url.length)))).toBe(true);
        }
        expect(head).toContain('<script type="importmap" nonce="n0">');
        expect(head).toContain('\\u003c/script>');
    });
});

describe('a page that asks for what is not there', () => {
    it('is not built, and the error says who asked and what to do', async () => {
        write('lost/try/lost/lost.ts', "import 'lightning/recordPicker';");
        write('lost.ts', "import 'try/lost';");
        await expect(build('lost', 'lost')).rejects.toThrow(
            /lost\.ts.* imports "lightning\/recordPicker".*browser\/vendorModules\.ts/
        );
    });

    it('is built without a word that no label file has, and warns', async () => {
        write(
            'wordless/try/wordless/wordless.ts',
            "import word from '@salesforce/label/c.No_Such_Label';\nconsole.log(word);"
        );
        write('wordless.ts', "import 'try/wordless';");
        expect((await build('wordless', 'wordless')).warnings).toEqual([
            'Label No_Such_Label is imported, but no label file has it.'
        ]);
    });
});

describe('the bundles of force-app alone', () => {
    it('are counted without what the platform brings', async () => {
        const { raw, gzip } = await packageJavaScriptBytes();
        expect(gzip).toBeGreaterThan(1_000);
        expect(gzip).toBeLessThan(raw);
        const { vendorFolder } = await build('small');
        expect(raw).toBeLessThan(statSync(join(vendorFolder, 'parts/base.js')).size);
    });
});

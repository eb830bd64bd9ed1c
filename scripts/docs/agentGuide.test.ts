import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PackageModel } from '../metadata/packageModel.ts';
import { regionsOf } from '../metadata/pages.ts';
import { readMetadataFiles } from '../metadata/sourceTree.ts';
import { childrenOf, textOf } from '../metadata/xml.ts';

const guide = readFileSync('docs/guide-agent.md', 'utf8').replaceAll(/\s+/g, ' ');
const model = new PackageModel(readMetadataFiles('.'));

interface Label {
    readonly name: string;
    readonly category: string;
    /** As people see it; what is filled in is shown as an ellipsis. */
    readonly words: string;
}

const labels: readonly Label[] = model
    .ofKind('CustomLabels')
    .flatMap(({ root }) => childrenOf(root, 'labels'))
    .map((label) => ({
        name: textOf(label, 'fullName') ?? '',
        category: textOf(label, 'categories') ?? '',
        words: (textOf(label, 'value') ?? '').replaceAll(/"?\{\d\}"?/g, '…')
    }));

/** Names of the app, its tabs, its utilities. */
const names = [
    ...model.ofKind('CustomApplication').map(({ root }) => textOf(root, 'label')),
    ...model.ofKind('CustomTab').map(({ root }) => textOf(root, 'label')),
    ...model
        .ofKind('FlexiPage')
        .flatMap(regionsOf)
        .flatMap(({ placements }) => placements)
        .map(({ frame }) => frame.get('label'))
];

/** Why a call was blocked, refused or not made: every one of them has a row. */
const EXPLAINED =
    /, Blocked call$|_Softphone_(Away_Title|Busy|Choice_(Expired|Other_Call|Used)|Not_Set_Up|Other_Organization|Outside_Title|Popup_\w+|Refused|Sign_In_(Expired|Refused)|Signed_Out_Title|Waiting_Title)$|_(Default|Favorites|Last)_(Failed|Unavailable|No_Answer)$/;

describe('The guide for agents', () => {
    const bold = [...guide.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);

    it('names nothing in bold that is not on the screen', () => {
        const known = new Set([...labels.map(({ words }) => words), ...names, 'callback number']);
        expect(bold.filter((words) => !known.has(words))).toEqual([]);
    });

    it.each(
        labels.filter(({ name, category }) => EXPLAINED.test(category) || EXPLAINED.test(name))
    )('says what to do when it says: $words', ({ words }) => {
        expect(guide).toContain(`| **${words}** |`);
    });

    it('shows the pictures that the journeys take, and no others', () => {
        const shown = [...guide.matchAll(/images\/(agent-[\w-]+)\.png/g)].map(([, name]) => name);
        const taken = readdirSync('e2e')
            .filter((file) => file.endsWith('.test.ts'))
            .flatMap((file) => [
                ...readFileSync(`e2e/${file}`, 'utf8').matchAll(/takePicture\(.*'([\w-]+)'\)/g)
            ])
            .map(([, name]) => name);
        expect(shown.toSorted()).toEqual(taken.toSorted());
    });

    it('is short enough to be read', () => {
        expect(readFileSync('docs/guide-agent.md', 'utf8').split('\n').length).toBeLessThan(150);
    });
});

import { readdirSync, readFileSync } from 'node:fs';
import { PackageModel } from '../metadata/packageModel.ts';
import { regionsOf } from '../metadata/pages.ts';
import { readMetadataFiles } from '../metadata/sourceTree.ts';
import { childrenOf, textOf } from '../metadata/xml.ts';

/** What the guides are held to: the words of the screen, and the pictures of the journeys. */
export const model = new PackageModel(readMetadataFiles('.'));

interface Label {
    readonly name: string;
    readonly category: string;
    /** As people see it; what is filled in is shown as an ellipsis. */
    readonly words: string;
}

export const labels: readonly Label[] = model
    .ofKind('CustomLabels')
    .flatMap(({ root }) => childrenOf(root, 'labels'))
    .map((label) => ({
        name: textOf(label, 'fullName') ?? '',
        category: textOf(label, 'categories') ?? '',
        words: (textOf(label, 'value') ?? '').replaceAll(/"?\{\d\}"?/g, '…')
    }));

/** Names of the app, its tabs, its utilities, its permission sets, reports and dashboards. */
const names = [
    ...['CustomApplication', 'CustomTab', 'PermissionSet'].flatMap((kind) =>
        model.ofKind(kind).map(({ root }) => textOf(root, 'label'))
    ),
    ...model.ofKind('Report').map(({ root }) => textOf(root, 'name')),
    ...model.ofKind('Dashboard').map(({ root }) => textOf(root, 'title')),
    ...model
        .ofKind('FlexiPage')
        .flatMap(regionsOf)
        .flatMap(({ placements }) => placements)
        .map(({ frame }) => frame.get('label'))
];

/** A guide, with every gap between words as one space. */
export function readGuide(path: string): string {
    return readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ');
}

export function linesOf(path: string): number {
    return readFileSync(path, 'utf8').split('\n').length;
}

/** @returns words in bold that stand nowhere on the screen */
export function boldWordsUnknown(guide: string, alsoBold: readonly string[]): string[] {
    const known = new Set([...labels.map(({ words }) => words), ...names, ...alsoBold]);
    const bold = [...guide.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words);
    return bold.filter((words) => !known.has(words));
}

/** @returns names of the pictures that a guide shows, sorted */
export function picturesShown(guide: string): string[] {
    return [...guide.matchAll(/images\/([\w-]+)\.png/g)].map(([, name]) => name).toSorted();
}

/** @returns names of the pictures that the journeys take for these readers, sorted */
export function picturesTaken(...readers: readonly string[]): string[] {
    return readdirSync('e2e', { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.test.ts'))
        .flatMap((file) => [
            ...readFileSync(`e2e/${file}`, 'utf8').matchAll(/takePicture\(.*'([\w-]+)'\)/g)
        ])
        .map(([, name]) => name)
        .filter((name) => readers.some((reader) => name.startsWith(`${reader}-`)))
        .toSorted();
}

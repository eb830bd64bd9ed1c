import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { childrenOf, textOf } from '../metadata/xml.ts';
import {
    boldWordsUnknown,
    linesOf,
    model,
    picturesShown,
    picturesTaken,
    readGuide
} from './guideWords.ts';

const FILE = 'docs/guide-admin.md';
const guide = readGuide(FILE);

/** Tabs of agents: their guide speaks of them. */
const FOR_AGENTS = new Set(['Callback_Panel', 'Connect_Worklist']);
const tabs = model
    .ofKind('CustomApplication')
    .flatMap(({ root }) => childrenOf(root, 'tabs'))
    .map(({ text }) => text)
    .filter((name) => !name.startsWith('standard-') && !FOR_AGENTS.has(name));
const tabLabels = model
    .ofKind('CustomTab')
    .filter(({ name }) => tabs.includes(name))
    .map(({ root }) => textOf(root, 'label') ?? '');
const permissionSets = model.ofKind('PermissionSet').map(({ root }) => textOf(root, 'label') ?? '');
const reports = model.ofKind('Report').map(({ root }) => textOf(root, 'name') ?? '');

describe('The guide for admins', () => {
    it('names nothing in bold that is not on the screen', () => {
        expect(boldWordsUnknown(guide, ['Order', 'Warnings', 'Before saving'])).toEqual([]);
    });

    it('knows the tabs of the app', () => {
        expect(tabLabels).toHaveLength(tabs.length);
        expect(tabs.length).toBeGreaterThan(0);
    });

    it.each(tabLabels)('has a section for the tab %s', (label) => {
        expect(readFileSync(FILE, 'utf8')).toContain(`\n## ${label}\n`);
    });

    it.each([...permissionSets, ...reports])('says what %s is for', (name) => {
        expect(guide).toContain(`**${name}**`);
    });

    it('shows the pictures that the journeys take, and no others', () => {
        expect(picturesShown(guide)).toEqual(picturesTaken('admin', 'connect'));
    });

    it('is short enough to be read', () => {
        expect(linesOf(FILE)).toBeLessThanOrEqual(200);
    });
});

import { describe, expect, it } from 'vitest';
import type { UtilityItem } from './metadata/types.ts';
import { changed, closed, opened, panelsOf } from './modules/shell/utilityBar/panels.ts';

const LOOKS = { icon: 'utility:call', width: 340, height: 480, scrollable: true };

function item(id: string, more: Partial<UtilityItem> = {}): UtilityItem {
    const content = { kind: 'component', bundle: id, properties: {} } as const;
    return { id, label: id, eager: false, content, ...LOOKS, ...more };
}

const softphone = item('softphone', { content: { kind: 'softphone' } });
const names = (panels: ReturnType<typeof panelsOf>, is: 'isOpen' | 'isLoaded') =>
    panels.filter((panel) => panel[is]).map(({ item: { id } }) => id);

describe('the utility bar', () => {
    it('has a softphone only where there is one', () => {
        expect(panelsOf([item('panel'), softphone], false)).toHaveLength(1);
        expect(panelsOf([item('panel'), softphone], true)).toHaveLength(2);
    });

    it('begins closed, with the eager ones and the softphone at work', () => {
        const panels = panelsOf([item('panel', { eager: true }), item('later'), softphone], true);
        expect(names(panels, 'isOpen')).toEqual([]);
        expect(names(panels, 'isLoaded')).toEqual(['panel', 'softphone']);
    });

    it('shows one at a time and keeps what was in the others', () => {
        const panels = opened(opened(panelsOf([item('a'), item('b')], false), 'a'), 'b');
        expect(names(panels, 'isOpen')).toEqual(['b']);
        expect(names(panels, 'isLoaded')).toEqual(['a', 'b']);
        expect(names(closed(panels, 'b'), 'isOpen')).toEqual([]);
        expect(names(closed(panels, 'b'), 'isLoaded')).toEqual(['a', 'b']);
    });

    it('changes one and leaves the others as they are', () => {
        const [a, b] = changed(panelsOf([item('a'), item('b')], false), 'b', { width: 500 });
        expect([a!.width, b!.width]).toEqual([340, 500]);
    });
});

import type { UtilityItem } from '../../../metadata/types';

/** Which utilities there are and which one is open. Pure. */

export interface Panel {
    readonly item: UtilityItem;
    readonly isOpen: boolean;
    /** What is in it is there, shown or not. */
    readonly isLoaded: boolean;
    readonly width: number;
    readonly height: number;
    /** Another word on its button. */
    readonly itemLabel?: string;
}

export function panelsOf(items: readonly UtilityItem[], hasSoftphone: boolean): readonly Panel[] {
    return items
        .filter(({ content }) => content.kind !== 'softphone' || hasSoftphone)
        .map((item) => ({
            item,
            isOpen: false,
            // A softphone works unseen.
            isLoaded: item.eager || ['softphone', 'voice'].includes(item.content.kind),
            width: item.width,
            height: item.height
        }));
}

/** One is open at a time, as in Lightning Experience. */
export function opened(panels: readonly Panel[], id: string): readonly Panel[] {
    return panels.map((panel) => {
        const isOpen = panel.item.id === id;
        return { ...panel, isOpen, isLoaded: panel.isLoaded || isOpen };
    });
}

export function closed(panels: readonly Panel[], id: string): readonly Panel[] {
    return changed(panels, id, { isOpen: false });
}

export function changed(
    panels: readonly Panel[],
    id: string,
    changes: Partial<Panel>
): readonly Panel[] {
    return panels.map((panel) => ({ ...panel, ...(panel.item.id === id && changes) }));
}

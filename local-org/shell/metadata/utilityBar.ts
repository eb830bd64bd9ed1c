import { componentOf, instancesOf, type ComponentInstance } from './flexiPage.ts';
import { readMetadata, type MetadataElement } from './metadataFile.ts';
import type { PropertyValue, UtilityContent, UtilityItem } from './types.ts';

/** The softphone that comes with every call center of Open CTI. */
const SOFTPHONE = 'opencti:softPhone';

const WIDTH = 340;
const HEIGHT = 480;

/** @param bundles those that pages may hold */
export function readUtilityBar(file: string, bundles: readonly string[]): readonly UtilityItem[] {
    const page = readMetadata(file, 'FlexiPage');
    if (page.text('type') !== 'UtilityBar') {
        page.refuse(`is a ${page.text('type')}, not a UtilityBar`);
    }
    return page
        .children('flexiPageRegions')
        .flatMap(instancesOf)
        .map(({ instance, element }) => {
            const { decorators, identifier, name } = instance;
            return {
                id: identifier,
                label: String(decorators['label'] ?? name),
                icon: `utility:${String(decorators['icon'] ?? 'apps')}`,
                width: pixels(decorators['width'], WIDTH),
                height: pixels(decorators['height'], HEIGHT),
                eager: decorators['eager'] === true,
                scrollable: decorators['scrollable'] !== false,
                content: contentOf(instance, element, bundles)
            };
        });
}

/**
 * Salesforce Voice has its softphone in a utility of the platform's own, where the one of the call
 * center would be.
 */
export function withPhone(items: readonly UtilityItem[]): readonly UtilityItem[] {
    const others = items.filter(({ content }) => content.kind !== 'softphone');
    const softphone = items.find(({ content }) => content.kind === 'softphone');
    const { width = WIDTH, height = HEIGHT } = softphone ?? {};
    const phone: UtilityItem = {
        id: 'omniChannelPhone',
        label: 'Phone',
        icon: 'utility:call',
        width,
        height,
        eager: true,
        scrollable: true,
        content: { kind: 'voice' }
    };
    return [...others, phone];
}

function contentOf(
    instance: ComponentInstance,
    element: MetadataElement,
    bundles: readonly string[]
): UtilityContent {
    return instance.name === SOFTPHONE
        ? { kind: 'softphone' }
        : componentOf(instance, element, bundles);
}

function pixels(value: PropertyValue | undefined, otherwise: number): number {
    return typeof value === 'number' ? value : otherwise;
}

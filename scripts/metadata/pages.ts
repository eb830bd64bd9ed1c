import type { ParsedFile } from './packageModel.ts';
import { childrenOf, textOf, type XmlElement } from './xml.ts';

/** What is known of a type of page: the templates used here, with their regions, and what a component needs. */
export interface PageType {
    readonly target: string;
    readonly templates: Readonly<Record<string, readonly string[]>>;
    /** Only pages of an object name one. */
    readonly ofObject: boolean;
}

export const PAGE_TYPES: Readonly<Record<string, PageType>> = {
    AppPage: {
        target: 'lightning__AppPage',
        templates: { 'flexipage:defaultAppHomeTemplate': ['main'] },
        ofObject: false
    },
    RecordPage: {
        target: 'lightning__RecordPage',
        templates: { 'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'] },
        ofObject: true
    },
    UtilityBar: {
        target: 'lightning__UtilityBar',
        templates: { 'one:utilityBarTemplateDesktop': ['utilityItems', 'backgroundComponents'] },
        ofObject: false
    },
    VoiceExtension: {
        target: 'lightning__VoiceExtension',
        templates: { 'opencti:defaultVoiceExtensionTemplate': ['main'] },
        ofObject: false
    }
};

/** Components of the platform that our pages show; the vendor publishes no list to check against. */
export const PLATFORM_COMPONENTS: ReadonlySet<string> = new Set([
    'flexipage:tab',
    'flexipage:tabset',
    'force:detailPanel',
    'force:highlightsPanel',
    'force:relatedListContainer',
    'opencti:softPhone',
    'runtime_sales_activities:activityPanel'
]);

/** One component on a page. */
export interface Placement {
    readonly component: string;
    readonly identifier: string;
    /** Of the component itself. */
    readonly properties: ReadonlyMap<string, string>;
    /** Of the frame around it: how a utility item is labelled, how wide it is. */
    readonly frame: ReadonlyMap<string, string>;
}

export interface Region {
    readonly name: string;
    /** A facet is filled by a component of the page, not by the template. */
    readonly isFacet: boolean;
    readonly placements: readonly Placement[];
}

export function regionsOf({ root }: ParsedFile): readonly Region[] {
    return childrenOf(root, 'flexiPageRegions').map((region) => ({
        name: textOf(region, 'name') ?? '',
        isFacet: textOf(region, 'type') === 'Facet',
        placements: childrenOf(region, 'itemInstances')
            .flatMap((item) => childrenOf(item, 'componentInstance'))
            .map(toPlacement)
    }));
}

/** The bundle that a component name stands for; undefined for one of the platform's. */
export function bundleOf(component: string): string | undefined {
    const name = component.startsWith('c:') ? component.slice(2) : component;
    return name.includes(':') ? undefined : name;
}

function toPlacement(instance: XmlElement): Placement {
    const properties = childrenOf(instance, 'componentInstanceProperties');
    const named = (decorator: boolean) =>
        new Map(
            properties
                .filter((property) => (textOf(property, 'type') === 'decorator') === decorator)
                .map((property) => [
                    textOf(property, 'name') ?? '',
                    textOf(property, 'value') ?? ''
                ])
        );
    return {
        component: textOf(instance, 'componentName') ?? '',
        identifier: textOf(instance, 'identifier') ?? '',
        properties: named(false),
        frame: named(true)
    };
}

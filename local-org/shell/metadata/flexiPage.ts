import { readMetadata, type MetadataElement } from './metadataFile.ts';
import type { LightningPage, PageItem, PageTab, PropertyValue } from './types.ts';

const PAGE_TYPES = ['RecordPage', 'AppPage', 'HomePage'] as const;

const RECORD_COMPONENTS: Readonly<Record<string, PageItem>> = {
    'force:highlightsPanel': { kind: 'highlights' },
    'force:detailPanel': { kind: 'details' }
};

/** A component instance with its facets resolved; `decorators` are the utility bar's own. */
export interface ComponentInstance {
    readonly name: string;
    readonly identifier: string;
    readonly properties: Readonly<Record<string, PropertyValue>>;
    readonly decorators: Readonly<Record<string, PropertyValue>>;
}

/** @param bundles those that pages may hold */
export function readLightningPage(file: string, bundles: readonly string[]): LightningPage {
    return readPage(file, PAGE_TYPES, 'no page with an address', bundles);
}

/** The page inside the softphone of Salesforce Voice. @param bundles those that pages may hold */
export function readVoiceExtension(file: string, bundles: readonly string[]): LightningPage {
    return readPage(file, ['VoiceExtension'], 'not a VoiceExtension', bundles);
}

function readPage(
    file: string,
    types: readonly LightningPage['type'][],
    otherwise: string,
    bundles: readonly string[]
): LightningPage {
    const page = readMetadata(file, 'FlexiPage');
    const type =
        types.find((known) => known === page.text('type')) ??
        page.refuse(`is a ${page.text('type')}, which is ${otherwise}`);
    const objectApiName = page.text('sobjectType');
    return {
        name: nameOf(file),
        label: page.needs('masterLabel'),
        type,
        ...(objectApiName && { objectApiName }),
        regions: readRegions(page, bundles)
    };
}

function readRegions(page: MetadataElement, bundles: readonly string[]): LightningPage['regions'] {
    const regions = page.children('flexiPageRegions');
    const facets = new Map(
        regions
            .filter((region) => region.text('type') === 'Facet')
            .map((region) => [region.needs('name'), region])
    );

    function itemsOf(region: MetadataElement): PageItem[] {
        return instancesOf(region).map(({ instance, element }) => {
            if (instance.name === 'flexipage:tabset') {
                return { kind: 'tabset', tabs: tabsOf(instance, element) };
            }
            return RECORD_COMPONENTS[instance.name] ?? componentOf(instance, element, bundles);
        });
    }

    function tabsOf({ properties }: ComponentInstance, element: MetadataElement): PageTab[] {
        return instancesOf(facet(properties['tabs'], element)).map(
            ({ instance, element: tab }) => ({
                title: String(instance.properties['title'] ?? ''),
                active: instance.properties['active'] === true,
                items: itemsOf(facet(instance.properties['body'], tab))
            })
        );
    }

    function facet(name: PropertyValue | undefined, element: MetadataElement): MetadataElement {
        return (
            facets.get(String(name)) ?? element.refuse(`names the facet ${name}, which is missing`)
        );
    }

    return regions
        .filter((region) => region.text('type') === 'Region')
        .map((region) => ({ name: region.needs('name'), items: itemsOf(region) }));
}

/** One of ours, or a placeholder for one of the vendor's. @throws Error for one that pages may not hold */
export function componentOf(
    { name, properties }: ComponentInstance,
    element: MetadataElement,
    bundles: readonly string[]
): Extract<PageItem, { kind: 'component' | 'placeholder' }> {
    const [namespace, bundle] = name.includes(':') ? name.split(':') : ['c', name];
    if (namespace !== 'c') {
        return { kind: 'placeholder', name };
    }
    if (!bundles.includes(bundle!)) {
        element.refuse(`names ${name}, which is no exposed Lightning component of the package`);
    }
    return { kind: 'component', bundle: bundle!, properties };
}

/** @throws Error for an item that is no component */
export function instancesOf(
    region: MetadataElement
): { instance: ComponentInstance; element: MetadataElement }[] {
    return region.children('itemInstances').map((item) => {
        item.onlyHolds('componentInstance');
        const element = item.child('componentInstance')!;
        element.onlyHolds('componentInstanceProperties', 'componentName', 'identifier');
        const name = element.needs('componentName');
        const given = element.children('componentInstanceProperties');
        const isDecorator = (property: MetadataElement) => property.text('type') === 'decorator';
        return {
            element,
            instance: {
                name,
                identifier: element.text('identifier') ?? name,
                properties: valuesOf(given.filter((property) => !isDecorator(property))),
                decorators: valuesOf(given.filter(isDecorator))
            }
        };
    });
}

function valuesOf(properties: readonly MetadataElement[]): Readonly<Record<string, PropertyValue>> {
    return Object.fromEntries(
        properties.map((property) => {
            property.onlyHolds('name', 'type', 'value');
            return [property.needs('name'), valueOf(property.text('value') ?? '')];
        })
    );
}

function valueOf(text: string): PropertyValue {
    if (text === 'true' || text === 'false') {
        return text === 'true';
    }
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function nameOf(file: string): string {
    return /([^/\\]+)\.flexipage-meta\.xml$/.exec(file)?.[1] ?? file;
}

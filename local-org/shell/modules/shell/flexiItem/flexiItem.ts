import { LightningElement, api } from 'lwc';
import { exposedBundles } from 'shell/exposedBundles';
import type { PageItem } from '../../../metadata/types';
import type { RecordView } from 'shell/recordPage';
import { word } from 'shell/words';

const TITLES: Readonly<Record<string, string>> = {
    'Standard.Tab.detail': word('details'),
    'Standard.Tab.relatedLists': word('related')
};

/** Presentational. One component of a Lightning page: ours, one of the vendor's, or a placeholder. */
export default class ShellFlexiItem extends LightningElement {
    @api item!: PageItem;
    @api view: RecordView | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;
    /** `flexipageRegionWidth`: SMALL, MEDIUM or LARGE. */
    @api width: string | undefined;

    get constructorOfBundle() {
        return this.item.kind === 'component' ? exposedBundles[this.item.bundle] : undefined;
    }

    get properties(): Readonly<Record<string, unknown>> {
        const { item, recordId, objectApiName, width } = this;
        return {
            ...(item.kind === 'component' && item.properties),
            ...(recordId && { recordId, objectApiName }),
            ...(width && { flexipageRegionWidth: width })
        };
    }

    get isHighlights(): boolean {
        return this.item.kind === 'highlights' && this.view !== undefined;
    }

    get isDetails(): boolean {
        return this.item.kind === 'details' && this.view !== undefined;
    }

    get tabs() {
        const { item } = this;
        return item.kind === 'tabset'
            ? item.tabs.map(({ title, active, items }, at) => ({
                  key: `tab${at}`,
                  label: TITLES[title] ?? title,
                  active,
                  placed: items.map((inside, order) => ({ key: `item${order}`, item: inside }))
              }))
            : undefined;
    }

    get activeTab(): string | undefined {
        return this.tabs?.find(({ active }) => active)?.key;
    }

    get placeholder(): string {
        const { item } = this;
        return word('notImitated', item.kind === 'placeholder' ? item.name : item.kind);
    }
}

import { LightningElement, api } from 'lwc';
import type { PageItem, PageRegion } from '../../../metadata/types';
import type { RecordView } from 'shell/recordPage';

const HEADER = 'header';
const NARROW = /sidebar|right|left/i;

/** Presentational. A Lightning page: its header across, its other regions side by side. */
export default class ShellFlexiPage extends LightningElement {
    @api regions: readonly PageRegion[] = [];
    @api view: RecordView | undefined;
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    get header() {
        return this.regions.filter(({ name }) => name === HEADER).flatMap(placed);
    }

    get columns() {
        return this.regions
            .filter(({ name }) => name !== HEADER)
            .map((region) => {
                const isNarrow = NARROW.test(region.name);
                return {
                    name: region.name,
                    className: isNarrow ? 'narrow' : 'wide',
                    width: isNarrow ? 'SMALL' : 'MEDIUM',
                    placed: placed(region)
                };
            });
    }
}

function placed({ name, items }: PageRegion): { key: string; item: PageItem }[] {
    return items.map((item, at) => ({ key: `${name} ${at}`, item }));
}

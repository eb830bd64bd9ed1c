import { api } from 'lwc';
import LightningModal from 'lightning/modal';

/** Container. A dialog of our own. */
export default class SamplerDialog extends LightningModal {
    @api names: readonly string[] = [];
    colour = '';
    readonly options = [
        { label: 'Red', value: 'red' },
        { label: 'Blue', value: 'blue' }
    ];

    get count(): number {
        return this.names.length;
    }
    handleChange(event: CustomEvent<{ value: string }>): void {
        this.colour = event.detail.value;
    }
    handleChoose(): void {
        this.close(this.colour);
    }
}

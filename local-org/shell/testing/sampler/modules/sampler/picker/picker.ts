import { LightningElement } from 'lwc';

/** Container. A record picker. */
export default class SamplerPicker extends LightningElement {
    value: string | null = null;
    picked = '';
    readonly displayInfo = { primaryField: 'Name', additionalFields: ['Phone'] };
    readonly matchingInfo = {
        primaryField: { fieldPath: 'Name' },
        additionalFields: [{ fieldPath: 'Phone', mode: 'startsWith' }]
    };
    readonly filter = {
        criteria: [
            { fieldPath: 'Name', operator: 'ne', value: 'Hidden' },
            { fieldPath: 'CreatedBy.Username', operator: 'like', value: '%' }
        ],
        filterLogic: '1 AND 2'
    };

    handleReady(): void {
        this.picked = 'ready';
    }
    handleChange(event: CustomEvent<{ recordId: string | null }>): void {
        this.value = event.detail.recordId;
        this.picked = this.value ? 'picked' : 'cleared';
    }
    handleError(): void {
        this.picked = 'failed';
    }
}

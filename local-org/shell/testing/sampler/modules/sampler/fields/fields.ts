import { LightningElement } from 'lwc';

/** Container. Fields and what else forms are made of. */
export default class SamplerFields extends LightningElement {
    readonly moment = '2026-03-01T10:30:00.000Z';
    readonly openSections: string[] = [];
    pills = [{ label: 'Pill', name: 'pill' }];
    told = '';

    async handleFile(event: Event): Promise<void> {
        const [file] = (event.target as HTMLInputElement).files ?? [];
        if (file) {
            this.told = `read ${await file.text()}`;
        }
    }
    handleValue(event: CustomEvent<{ value: string }>): void {
        this.told = `value ${event.detail.value}`;
    }
    handleToggle(event: CustomEvent<{ checked: boolean }>): void {
        this.told = `checked ${event.detail.checked}`;
    }
    handleRemove(): void {
        this.pills = [];
        this.told = 'pill removed';
    }
    handleSelect(event: CustomEvent<{ name: string }>): void {
        this.told = `part ${event.detail.name}`;
    }
    handleMenu(event: CustomEvent<{ value: string }>): void {
        this.told = `menu ${event.detail.value}`;
    }
}

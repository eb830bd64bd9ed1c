import { LightningElement } from 'lwc';
import LightningAlert from 'lightning/alert';
import LightningConfirm from 'lightning/confirm';
import LightningPrompt from 'lightning/prompt';
import Toast from 'lightning/toast';
import { loadScript } from 'lightning/platformResourceLoader';
import chartjs from '@salesforce/resourceUrl/chartjs';
import maySimulate from '@salesforce/customPermission/No_Such_Permission';
import SamplerDialog from 'sampler/dialog';

interface ChartLibrary {
    readonly Chart: new (canvas: HTMLCanvasElement, chart: object) => { readonly width: number };
}

/** Container. What opens over the page, what is downloaded, and what is drawn. */
export default class SamplerPage extends LightningElement {
    told = maySimulate ? 'permitted' : 'not permitted';

    async handleAsk(): Promise<void> {
        const isSure = await LightningConfirm.open({ label: 'Sure?', message: 'Really?' });
        this.told = isSure ? 'confirmed' : 'not confirmed';
    }
    async handleTell(): Promise<void> {
        await LightningAlert.open({ label: 'Note', message: 'It is so.' });
        this.told = 'heard';
    }
    async handlePrompt(): Promise<void> {
        const answer = await LightningPrompt.open({ label: 'Name it', message: 'Name' });
        this.told = `named ${answer}`;
    }
    async handleDialog(): Promise<void> {
        const answer = await SamplerDialog.open({
            size: 'small',
            label: 'Dialog',
            names: ['A', 'B']
        });
        this.told = `chosen ${String(answer)}`;
    }
    handleToast(): void {
        Toast.show({ label: 'Saved', message: 'All is well.', variant: 'success' }, this);
    }
    handleDownload(): void {
        const address = URL.createObjectURL(new Blob(['a,b'], { type: 'text/csv' }));
        Object.assign(document.createElement('a'), {
            href: address,
            download: 'sample.csv'
        }).click();
        URL.revokeObjectURL(address);
    }
    async handleChart(): Promise<void> {
        await loadScript(this, chartjs);
        const { Chart } = window as unknown as ChartLibrary;
        const canvas = this.refs!.canvas as HTMLCanvasElement;
        const chart = new Chart(canvas, {
            type: 'bar',
            data: { labels: ['a'], datasets: [{ data: [3] }] },
            options: { responsive: false, animation: false }
        });
        this.told = `drawn ${chart.width} wide`;
    }
}

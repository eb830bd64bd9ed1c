import { LightningElement, api } from 'lwc';
import { filled } from 'c/callbackLabel';
import type { CallbackNumber, Channel, NumberId } from 'c/callbackResolver';
import { BLANK_CALL, type SimulatedCall } from 'c/callbackSimulation';
import { WORDS } from './words';

export interface Choice {
    readonly value: string;
    readonly label: string;
}

/** How records of an object are searched for; as `lightning-record-picker` takes it. */
export interface Picker {
    readonly objectApiName: string;
    readonly displayInfo?: object;
    readonly matchingInfo?: object;
    readonly filter?: object;
}

/** A telephone number of the record. */
export interface RecordPhone {
    readonly number: string;
    /** What the field is called. */
    readonly label: string;
}

/**
 * Presentational. The inputs of a call that is tried.
 *
 * `callchange`: detail `{ settings }`, those of the call that are now different.
 */
export default class CallbackSimulatorCall extends LightningElement {
    @api call: SimulatedCall = BLANK_CALL;
    @api numbers: readonly CallbackNumber[] = [];
    /** Objects that calls are dialled from. */
    @api objects: readonly Choice[] = [];
    @api dialLists: readonly Choice[] = [];
    /** Of the record dialled from. */
    @api phones: readonly RecordPhone[] = [];
    @api agentPicker: Picker | undefined;
    @api entryPicker: Picker | undefined;

    words = WORDS;
    channels = [
        { value: 'manual', label: WORDS.manual },
        { value: 'clickToDial', label: WORDS.clickToDial },
        { value: 'connect', label: WORDS.connect }
    ] satisfies { value: Channel; label: string }[];

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('.agent')?.focus();
    }

    get isConnect(): boolean {
        return this.call.channel === 'connect';
    }
    get listOptions(): readonly Choice[] {
        return [{ value: '', label: WORDS.noList }, ...this.dialLists];
    }
    get objectOptions(): readonly Choice[] {
        const { objectApiName } = this.call;
        const isKnown = !objectApiName || this.objects.some(({ value }) => value === objectApiName);
        return [
            { value: '', label: WORDS.noRecord },
            ...this.objects,
            ...(isKnown ? [] : [{ value: objectApiName, label: objectApiName }])
        ];
    }
    get phoneButtons() {
        return this.phones.map(({ number, label }) => ({
            key: `${label} ${number}`,
            number,
            label: filled(WORDS.numberOfRecord, number, label)
        }));
    }

    handleAgent({ detail }: CustomEvent<{ recordId: string | null }>): void {
        this.tell({ agentId: detail.recordId ?? '' });
    }
    handleChannel({ detail }: CustomEvent<{ value: Channel }>): void {
        const isConnect = detail.value === 'connect';
        this.tell({
            channel: detail.value,
            ...(!isConnect && { dialListId: '', dialEntryId: '' })
        });
    }
    handleList({ detail }: CustomEvent<{ value: string }>): void {
        this.tell({ dialListId: detail.value, dialEntryId: '' });
    }
    handleEntry({ detail }: CustomEvent<{ recordId: string | null }>): void {
        this.tell({ dialEntryId: detail.recordId ?? '' });
    }
    handleObject({ detail }: CustomEvent<{ value: string }>): void {
        this.tell({ objectApiName: detail.value, recordId: '' });
    }
    handleRecord({ detail }: CustomEvent<{ recordId: string | null }>): void {
        this.tell({ recordId: detail.recordId ?? '' });
    }
    handleNumber({ detail }: CustomEvent<{ value: string }>): void {
        this.tell({ number: detail.value });
    }
    handlePhone(event: Event): void {
        this.tell({ number: (event.currentTarget as HTMLElement).dataset.number! });
    }
    handleThisCall({ detail }: CustomEvent<{ numberId: NumberId | null }>): void {
        this.tell({ thisCallNumberId: detail.numberId ?? '' });
    }

    private tell(settings: Partial<SimulatedCall>): void {
        this.dispatchEvent(new CustomEvent('callchange', { detail: { settings } }));
    }
}

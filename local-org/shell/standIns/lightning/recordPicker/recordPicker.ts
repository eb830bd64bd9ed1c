import { LightningElement, api } from 'lwc';
import { nameFieldOf, readRecords, type PickedRecord } from './records';
import {
    matching,
    type Condition,
    type DisplayInfo,
    type Filter,
    type MatchingInfo
} from './search';
import { word } from './words';

/**
 * Stand-in for `lightning-record-picker`. Follows
 * https://developer.salesforce.com/docs/platform/lightning-component-reference/guide/lightning-record-picker.html
 *
 * The list, its keys and its roles are the vendor's own combobox for lookups.
 */
interface Combobox extends HTMLElement {
    inputText: string;
    readonly validity: ValidityState;
    checkValidity(): boolean;
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
    focusAndOpenDropdownIfNotEmpty(): void;
}

const SHOWN = 20;
/** Whoever types fast asks once. */
const PAUSE_MS = 200;

export default class RecordPicker extends LightningElement {
    @api label = '';
    @api variant: string | undefined;
    @api placeholder: string | undefined;
    @api fieldLevelHelp: string | undefined;
    @api messageWhenBadInput: string | undefined;
    @api required = false;
    @api disabled = false;
    @api displayInfo: DisplayInfo | undefined;
    @api matchingInfo: MatchingInfo | undefined;
    @api filter: Filter | undefined;

    readonly missing = word('missing');
    picked: PickedRecord | undefined;
    found: readonly PickedRecord[] = [];
    /** Of what was found, made once: new ones take the highlight away. */
    items: readonly object[] = [];
    isSearching = false;
    note = '';
    _value: string | null = null;
    _objectApiName: string | undefined;
    _nameField: Promise<string> | undefined;
    _term = '';
    _pause: number | undefined;
    _asked = 0;
    _isReady = false;
    _customMessage = '';

    @api get objectApiName(): string | undefined {
        return this._objectApiName;
    }
    set objectApiName(name: string | undefined) {
        if (name !== this._objectApiName) {
            this._objectApiName = name;
            this._nameField = undefined;
            this.show([]);
            if (this.isConnected) void this.showValue();
        }
    }

    /** Id of the record. */
    @api get value(): string | null {
        return this._value;
    }
    set value(id: string | null | undefined) {
        const next = id || null;
        if (next !== this._value) {
            this._value = next;
            this.picked = undefined;
            if (this.isConnected) void this.showValue();
        }
    }

    @api get validity(): ValidityState | undefined {
        return this.combobox?.validity;
    }
    @api checkValidity(): boolean {
        this.applyMessage();
        return this.combobox?.checkValidity() ?? true;
    }
    @api reportValidity(): boolean {
        this.applyMessage();
        return this.combobox?.reportValidity() ?? true;
    }
    @api setCustomValidity(message: string): void {
        this._customMessage = message;
        this.applyMessage();
    }
    @api focus(): void {
        this.combobox?.focus();
    }
    @api blur(): void {
        this.combobox?.blur();
    }
    /** Without an event, as the platform has it. */
    @api clearSelection(): void {
        this.value = null;
        this.forgetTerm();
    }

    get shownPlaceholder(): string {
        return this.placeholder ?? word('placeholder');
    }
    get icon(): string {
        return this.objectApiName === 'User' ? 'standard:user' : 'standard:record';
    }
    get pill() {
        const { _value: value, picked } = this;
        return value
            ? { label: picked?.label ?? value, iconName: this.icon, iconAlternativeText: '' }
            : undefined;
    }
    /** Nothing before the picker has been shown. */
    get combobox(): Combobox | null | undefined {
        return this.template?.querySelector<Combobox>('lightning-grouped-combobox');
    }

    override connectedCallback(): void {
        void this.showValue();
    }
    override disconnectedCallback(): void {
        window.clearTimeout(this._pause);
        this._asked += 1;
    }

    handleFocus(): void {
        this.dispatchEvent(new CustomEvent('focus'));
    }
    handleBlur(): void {
        this.dispatchEvent(new CustomEvent('blur'));
    }
    handleOpen(): void {
        if (!this._value && this.found.length === 0) void this.search();
    }
    handleInput(event: CustomEvent<{ text: string }>): void {
        this._term = event.detail.text;
        this.applyMessage();
        window.clearTimeout(this._pause);
        this._pause = window.setTimeout(() => void this.search(), PAUSE_MS);
    }
    handleSelect(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        this.picked = this.found.find(({ id }) => id === value);
        this._value = value;
        this.forgetTerm();
        this.tellChange();
    }
    handleRemove(): void {
        this.clearSelection();
        this.tellChange();
    }

    async search(): Promise<void> {
        const { _term: term } = this;
        const asked = ++this._asked;
        this.isSearching = true;
        this.note = '';
        try {
            const fields = await this.matchingFields();
            const found = await this.read(matching(term, fields, this.filter), SHOWN);
            if (asked !== this._asked) return;
            this.show(found);
            this.note = found.length === 0 ? word('nothing') : '';
            // Text may come without a key, from a clipboard or a dictation.
            if (term && this.template?.activeElement) {
                this.combobox?.focusAndOpenDropdownIfNotEmpty();
            }
        } catch (error) {
            if (asked === this._asked) this.tellError(error);
        } finally {
            if (asked === this._asked) this.isSearching = false;
        }
    }

    show(found: readonly PickedRecord[]): void {
        this.found = found;
        this.items = found.map(({ id, label, detail }) => ({
            type: 'option-card',
            iconName: this.icon,
            value: id,
            text: label,
            ...(detail && { subText: detail })
        }));
    }

    /** What the value is called; and the first sign of life. */
    async showValue(): Promise<void> {
        const { _value: value } = this;
        if (!this.objectApiName) return;
        try {
            if (value && !this.picked) {
                const [record] = await this.read({ Id: { eq: value } }, 1);
                if (this._value === value) this.picked = record;
            } else {
                await this.nameField();
            }
            if (!this._isReady) {
                this._isReady = true;
                this.dispatchEvent(new CustomEvent('ready'));
            }
        } catch (error) {
            this.tellError(error);
        }
    }

    async read(where: Condition, first: number): Promise<PickedRecord[]> {
        const { primaryField, additionalFields = [] } = this.displayInfo ?? {};
        const primary = primaryField ?? (await this.nameField());
        const display = { primary, additional: additionalFields };
        return readRecords({ objectApiName: this.objectApiName!, display, where, first });
    }
    async matchingFields() {
        const { primaryField, additionalFields = [] } = this.matchingInfo ?? {};
        return [primaryField ?? { fieldPath: await this.nameField() }, ...additionalFields];
    }
    nameField(): Promise<string> {
        return (this._nameField ??= nameFieldOf(this.objectApiName!));
    }

    /** A text that is no record is wrong input, unless the page says something else. */
    applyMessage(): void {
        const isText = !this._value && this._term.trim() !== '';
        const badInput = isText ? (this.messageWhenBadInput ?? word('badInput')) : '';
        this.combobox?.setCustomValidity(this._customMessage || badInput);
    }
    forgetTerm(): void {
        this._term = '';
        this.show([]);
        this.note = '';
        this._asked += 1;
        this.isSearching = false;
        this.applyMessage();
    }
    tellChange(): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { recordId: this._value } }));
    }
    tellError(error: unknown): void {
        this._nameField = undefined;
        const { message, body } = error as { message?: string; body?: unknown };
        const [told] = (Array.isArray(body) ? body : [body]) as (
            { message?: string } | undefined
        )[];
        this.note = word('failed', message ?? told?.message ?? '');
        this.dispatchEvent(new CustomEvent('error', { detail: { error } }));
    }
}

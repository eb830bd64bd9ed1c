import { LightningElement, api } from 'lwc';
import type { CallbackNumber } from 'c/callbackResolver';
import { NEW_RULE, settingsOf, type RuleForm, type RuleSetting } from 'c/callbackRuleForm';
import {
    ANY_LIST,
    CHANNELS,
    EVERYONE,
    NEEDS,
    OBJECTS,
    OPERATORS,
    OTHER_OBJECT,
    TYPES,
    USUAL_OBJECTS,
    WORDS,
    type Choice
} from './words';

export type { Choice } from './words';

/** What can be chosen for the object and the field of a rule. */
export interface FieldChoices {
    /** A value with a dot at its end follows a relationship. */
    readonly fields: readonly Choice[];
    /** Of the relationship followed. */
    readonly relatedFields: readonly Choice[];
    /** Of a picklist; undefined for any other field. */
    readonly values?: readonly Choice[];
    /** What is wrong with object or field. */
    readonly problem?: string;
}

type Control = HTMLElement & {
    messageWhenValueMissing: string;
    setCustomValidity(text: string): void;
    reportValidity(): void;
};

/**
 * Presentational. The form of one rule: only the settings of its type, what is missing, what it
 * would do.
 *
 * `formchange` with `{ settings }`: what was changed. `save`, `cancel`,
 * `catches`: asks what it catches.
 */
export default class CallbackRuleEditor extends LightningElement {
    @api form!: RuleForm;
    @api numbers: readonly CallbackNumber[] = [];
    @api groups: readonly Choice[] = [];
    @api dialLists: readonly Choice[] = [];
    @api choices: FieldChoices = { fields: [], relatedFields: [] };
    /** What keeps the rule from being saved; shown at the settings. */
    @api faults: readonly RuleSetting[] = [];
    /** What the org said when it refused the rule. */
    @api errors: readonly string[] = [];
    @api warnings: readonly string[] = [];
    /** What the rule does, in one line. */
    @api sentence = '';
    @api saving = false;

    words = WORDS;
    types = TYPES;
    channels = CHANNELS;
    operators = OPERATORS;
    objects = OBJECTS;
    private wantsOtherObject = false;
    private hadFaults = false;

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('[data-setting="name"]')?.focus();
    }
    /** Puts the focus on the first setting that is missing or wrong. */
    @api focusFault(): void {
        const [first] = this.faults;
        const picker = first === 'numberId' ? '[data-number]' : `[data-setting="${first}"]`;
        this.template!.querySelector<HTMLElement>(picker)?.focus();
    }

    override renderedCallback(): void {
        // Nothing is found fault with before somebody tries to save.
        this.hadFaults ||= this.faults.length > 0;
        const controls = this.template!.querySelectorAll<Control>('[data-setting]');
        controls.forEach((control) => {
            const setting = control.dataset.setting as RuleSetting;
            control.messageWhenValueMissing = NEEDS[setting] ?? '';
            control.setCustomValidity(this.faults.includes(setting) ? NEEDS[setting]! : '');
            if (this.hadFaults) {
                control.reportValidity();
            }
        });
    }

    get heading(): string {
        const { id, name } = this.form;
        return id === NEW_RULE ? WORDS.newRule : WORDS.editRule.replace('{0}', name);
    }
    get has(): Partial<Record<RuleSetting, boolean>> {
        return Object.fromEntries(settingsOf(this.form).map((setting) => [setting, true]));
    }
    get isOtherObject(): boolean {
        const { objectApiName } = this.form;
        return this.wantsOtherObject || (objectApiName !== '' && !isUsual(objectApiName));
    }
    get objectChoice(): string {
        return this.isOtherObject ? OTHER_OBJECT : this.form.objectApiName;
    }
    get noFields(): boolean {
        return this.choices.fields.length === 0;
    }
    get isRelated(): boolean {
        return this.form.field.includes('.');
    }
    get relationship(): string {
        return this.form.field.split('.')[0];
    }
    get fieldChoice(): string {
        return this.isRelated ? `${this.relationship}.` : this.form.field;
    }
    get relatedLabel(): string {
        return WORDS.fieldOf.replace('{0}', this.relationship);
    }
    get picksValue(): boolean {
        return this.form.operator === 'equals' && Boolean(this.choices.values);
    }
    get picksValues(): boolean {
        return this.form.operator === 'isOneOf' && Boolean(this.choices.values);
    }
    get valueLabel(): string {
        return this.form.operator === 'isOneOf' ? WORDS.values : WORDS.value;
    }
    get chosenValues(): readonly string[] {
        const texts = this.form.value.split(';').map((one) => one.trim());
        return texts.filter(Boolean).map((text) => this.spelled(text));
    }
    /** What the picklist offers, and what the rule says already. */
    get values(): readonly Choice[] {
        const known = this.choices.values ?? [];
        const said = this.picksValues ? this.chosenValues : [this.form.value].filter(Boolean);
        const foreign = said.filter((one) => !known.some(({ value }) => value === one));
        return [...known, ...foreign.map((value) => ({ value, label: value }))];
    }
    get numberLabel(): string {
        return this.form.type === 'dialList' ? WORDS.numberOfList : WORDS.number;
    }
    get numberFault(): string | undefined {
        return this.faults.includes('numberId') ? NEEDS.numberId : undefined;
    }
    get dialListOptions(): readonly Choice[] {
        return [ANY_LIST, ...this.dialLists];
    }
    get groupOptions(): readonly Choice[] {
        return [EVERYONE, ...this.groups];
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const { setting } = (event.target as HTMLElement).dataset;
        this.tell({ [setting!]: event.detail.value });
    }
    handleActive(event: CustomEvent<{ checked: boolean }>): void {
        this.tell({ active: event.detail.checked });
    }
    handleObject({ detail }: CustomEvent<{ value: string }>): void {
        this.wantsOtherObject = detail.value === OTHER_OBJECT;
        const objectApiName = this.wantsOtherObject ? '' : detail.value;
        this.tell({ objectApiName, field: '', value: '' });
    }
    handleField({ detail }: CustomEvent<{ value: string }>): void {
        this.tell({ field: detail.value, value: '' });
    }
    handleValues({ detail }: CustomEvent<{ value: readonly string[] }>): void {
        this.tell({ value: detail.value.join(';') });
    }
    handleNumber({ detail }: CustomEvent<{ numberId: string | null }>): void {
        this.tell({ numberId: detail.numberId ?? '' });
    }
    handleSave(): void {
        this.dispatchEvent(new CustomEvent('save'));
    }
    handleCatches(): void {
        this.dispatchEvent(new CustomEvent('catches'));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleKey(event: KeyboardEvent): void {
        // In a combobox, Escape closes its list.
        const isInList = (event.target as HTMLElement).localName === 'lightning-combobox';
        if (event.key === 'Escape' && !event.defaultPrevented && !isInList) {
            this.handleCancel();
        }
    }

    /** As the picklist spells it; rules compare without case. */
    private spelled(text: string): string {
        const known = this.choices.values?.find(
            ({ value }) => value.toLowerCase() === text.toLowerCase()
        );
        return known?.value ?? text;
    }
    private tell(settings: Partial<RuleForm>): void {
        this.dispatchEvent(new CustomEvent('formchange', { detail: { settings } }));
    }
}

function isUsual(objectApiName: string): boolean {
    return USUAL_OBJECTS.includes(objectApiName);
}

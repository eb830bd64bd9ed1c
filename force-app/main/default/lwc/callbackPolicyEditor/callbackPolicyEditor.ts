import { LightningElement, api } from 'lwc';
import {
    CHOICES,
    choiceLabel,
    countryName,
    filled,
    originText,
    SETTING_LABELS,
    WORDS,
    type YesNoSetting
} from 'c/callbackPolicyWords';
import type { CallbackNumber, EffectivePolicy, PolicyOrigin } from 'c/callbackResolver';

/** The settings as the form holds them: `PolicyForm` of the data module. */
export type PolicyValues = Readonly<Record<YesNoSetting, string>> & {
    readonly principalNumberId: string;
    readonly defaultCountry: string;
};

/**
 * Presentational. The settings of one policy. Beside each that is inherited stands what comes of
 * that and from where.
 *
 * `policychange` with `{ changed }`: some settings and their new values. `save`, `cancel`,
 * `remove`: what was pressed.
 */
export default class CallbackPolicyEditor extends LightningElement {
    @api heading = '';
    @api values: PolicyValues | undefined;
    /** What would be in force if this policy said nothing. */
    @api inherited: EffectivePolicy | undefined;
    /** Those that can be the principal number: the active ones, and the one that is. */
    @api numbers: readonly CallbackNumber[] = [];
    /** What the change does, and what is wrong with it: sentences. */
    @api effects: readonly string[] = [];
    @api warnings: readonly string[] = [];
    @api errors: readonly string[] = [];
    @api canSave = false;
    @api canRemove = false;
    @api readOnly = false;

    words = WORDS;

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('h2')?.focus();
    }

    get principalLabel(): string {
        return SETTING_LABELS.principalNumberId;
    }
    get principalInherited(): string {
        const { inherited } = this;
        if (this.values?.principalNumberId || !inherited) {
            return '';
        }
        const { principalNumberId, origins } = inherited;
        const number = this.numbers.find(({ id }) => id === principalNumberId);
        return this.inheritedText(
            number ? `${number.label} ${number.number}` : WORDS.none,
            origins.principalNumberId
        );
    }
    get countryLabel(): string {
        return SETTING_LABELS.defaultCountry;
    }
    get countryHelp(): string {
        const { inherited, values } = this;
        if (values?.defaultCountry) {
            return countryName(values.defaultCountry) ?? WORDS.countryUnknown;
        }
        return inherited
            ? this.inheritedText(
                  countryName(inherited.defaultCountry) ?? WORDS.none,
                  inherited.origins.defaultCountry
              )
            : '';
    }
    get choices(): readonly object[] {
        return CHOICES.map(({ setting, values }) => ({
            setting,
            label: SETTING_LABELS[setting],
            value: this.values?.[setting],
            options: [
                { label: this.inheritLabel(setting), value: 'Inherit' },
                ...values.map((value) => ({ label: choiceLabel(value), value }))
            ]
        }));
    }
    get canEdit(): boolean {
        return !this.readOnly;
    }
    get isSaveDisabled(): boolean {
        return !this.canSave;
    }

    handlePrincipal(event: CustomEvent<{ numberId: string | null }>): void {
        this.change({ principalNumberId: event.detail.numberId ?? '' });
    }
    handleCountry(event: CustomEvent<{ value: string }>): void {
        this.change({ defaultCountry: event.detail.value.trim().toUpperCase() });
    }
    handleChoice(event: CustomEvent<{ value: string }>): void {
        const { setting } = (event.target as HTMLElement).dataset;
        this.change({ [setting as YesNoSetting]: event.detail.value });
    }
    handleSave(): void {
        this.dispatchEvent(new CustomEvent('save'));
    }
    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
    handleRemove(): void {
        this.dispatchEvent(new CustomEvent('remove'));
    }
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.defaultPrevented) {
            this.handleCancel();
        }
    }

    private inheritLabel(setting: YesNoSetting): string {
        const { inherited } = this;
        return inherited
            ? this.inheritedText(choiceLabel(inherited[setting]), inherited.origins[setting])
            : WORDS.inherit;
    }

    private inheritedText(value: string, origin: PolicyOrigin): string {
        return filled(WORDS.inheritFrom, value, originText(origin));
    }

    private change(changed: Partial<PolicyValues>): void {
        this.dispatchEvent(new CustomEvent('policychange', { detail: { changed } }));
    }
}

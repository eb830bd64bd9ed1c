import { LightningElement, api } from 'lwc';
import { reduceErrors } from 'c/callbackErrors';
import type { NumberValues } from 'c/callbackNumberForm';
import { namer } from 'c/callbackNumberText';
import { loadPhoneLibrary } from 'c/callbackPhoneFile';
import {
    numberCreation,
    policyInForce,
    readPolicies,
    saveRows,
    type Ask
} from 'c/callbackSetupData';
import { NO_VALUES, Typing, type TypingLibrary } from './typing';
import { WORDS } from './words';

/** A number that is there already. */
export interface ExistingNumber {
    readonly label: string;
    /** E.164. */
    readonly number: string;
}

/**
 * Container. Adds a callback number: formatted and read while it is typed, checked, saved.
 *
 * `close` with `{ added }`. `show` with `{ number }`: the number is there already, and the admin
 * wants to see it.
 */
export default class CallbackNumberAdd extends LightningElement {
    @api existing: readonly ExistingNumber[] = [];

    values: NumberValues = NO_VALUES;
    problems: readonly string[] = [];
    isBusy = false;
    typing: Typing | undefined;

    private isOpened = false;
    private readonly countryOf = namer('region');
    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.template!.querySelector<HTMLElement>('c-callback-number-form')!.focus();
            this.prepare();
        }
    }

    get readAs(): string {
        return this.typing?.readAs(this.values) ?? '';
    }
    get countryName(): string {
        return this.readAs ? this.countryOf(this.values.country.trim().toUpperCase()) : '';
    }
    get existingLabel(): string {
        const { readAs } = this;
        const found = readAs && this.existing.find(({ number }) => number === readAs);
        return found ? found.label : '';
    }

    handleValues({ detail }: CustomEvent<{ changed: Partial<NumberValues> }>): void {
        this.values = this.typing?.changed(this.values, detail.changed) ?? {
            ...this.values,
            ...detail.changed
        };
    }
    handleShow(): void {
        this.dispatchEvent(new CustomEvent('show', { detail: { number: this.readAs } }));
    }
    handleCancel(): void {
        this.close(false);
    }
    async handleSave(): Promise<void> {
        if (this.isBusy) {
            return;
        }
        this.isBusy = true;
        this.problems = [];
        await this.prepare();
        if (this.typing) {
            this.problems = this.typing.problems(this.values);
        }
        if (this.problems.length === 0 && !this.existingLabel) {
            await this.save();
        }
        this.isBusy = false;
    }

    private async save(): Promise<void> {
        const { label, country, language, description } = this.values;
        const creation = numberCreation(this.readAs, {
            label: label.trim(),
            country: country.trim().toUpperCase(),
            language: language.trim(),
            description: description.trim()
        });
        const [result] = await saveRows([creation]);
        if (result.kind === 'saved') {
            this.close(true);
        } else {
            this.problems = 'errors' in result ? result.errors : [WORDS.notSaved];
        }
    }

    /** Numbers without a country code are those of the organization's country. */
    private async prepare(): Promise<void> {
        if (this.typing) {
            return;
        }
        try {
            const policies = await readPolicies(this.ask);
            const { defaultCountry } = policyInForce(policies, { profileId: '' });
            const library = await loadPhoneLibrary(this);
            this.typing = new Typing(library as TypingLibrary, defaultCountry);
            const { number } = this.values;
            this.values = this.typing.changed({ ...this.values, number: '' }, { number });
        } catch (error) {
            this.problems = reduceErrors(error);
        }
    }

    private close(added: boolean): void {
        this.dispatchEvent(new CustomEvent('close', { detail: { added } }));
    }
}

import { LightningElement, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { rows, stateOfErrors } from 'c/callbackData';
import type { PolicyValues } from 'c/callbackPolicyEditor';
import type { PolicyEntry } from 'c/callbackPolicyList';
import { countryName, filled } from 'c/callbackPolicyWords';
import { isE164, type CallbackNumber, type EffectivePolicy } from 'c/callbackResolver';
import {
    EMPTY_POLICY,
    OBJECTS,
    policyChange,
    policyEffects,
    policyFormOf,
    policyInForce,
    policyRemoval,
    policyRowOf,
    readAgents,
    readNumbers,
    readPolicies,
    rightsOf,
    saveRows,
    type AgentRecord,
    type Ask,
    type PolicyEffects,
    type PolicyForm,
    type PolicyRecord,
    type PolicyTarget,
    type Rights,
    type RowChange
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { entriesOf, nameOf, personOf, profilesOf, targetOf, type People } from './entries';
import { WORDS } from './words';

/** Container. Policies: what the organization, profiles and users say, and what a change does. */
export default class CallbackPolicySetup extends LightningElement {
    words = WORDS;
    policyObject = OBJECTS.policy;
    nothing = '';
    state: LoadState = { kind: 'loading' };
    rights: Rights = rightsOf(undefined);
    opened: PolicyTarget | undefined;
    form: PolicyForm = EMPTY_POLICY;
    errors: readonly string[] = [];
    notice = '';
    isBusy = false;

    private people: People = { numbers: [], agents: [] };
    private policies: readonly PolicyRecord[] = [];
    private isLoaded = false;
    private focusWanted: 'editor' | { readonly entry: string } | undefined;

    @wire(getObjectInfo, { objectApiName: '$policyObject' })
    handleInfo({ data }: { readonly data?: ObjectInfo }): void {
        this.rights = rightsOf(data);
    }

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isLoaded) {
            this.isLoaded = true;
            this.load();
        }
        this.moveFocus();
    }

    get isReadOnly(): boolean {
        return !this.rights.update;
    }
    get canAdd(): boolean {
        return this.rights.create;
    }
    get listClass(): string {
        return `slds-col slds-size_1-of-1 ${this.opened ? 'slds-large-size_7-of-12' : ''}`;
    }
    get entries(): readonly PolicyEntry[] {
        return entriesOf(this.policies, this.opened, this.people);
    }
    get profilesWithout(): readonly object[] {
        return profilesOf(this.people.agents)
            .filter(({ id }) => !this.policyOf(id))
            .map(({ id, name }) => ({ label: name, value: id }));
    }
    get heading(): string {
        return this.opened ? filled(WORDS.heading, nameOf(this.opened, this.people)) : '';
    }
    get inherited(): EffectivePolicy | undefined {
        return this.opened && policyInForce(this.others, personOf(this.opened, this.people));
    }
    get numbersToChoose(): readonly CallbackNumber[] {
        const chosen = [this.form.principalNumberId, this.inherited?.principalNumberId];
        return this.people.numbers
            .filter(({ Id, Active__c }) => Active__c || chosen.includes(Id))
            .flatMap((row) => rows.toNumber(row, isE164) ?? []);
    }
    /** What is wrong as things are saved. */
    get standing(): readonly string[] {
        return this.isChanged ? [] : warningsOf(this.effectsOf(this.policies));
    }
    get warnings(): readonly string[] {
        return this.isChanged ? warningsOf(this.effectsOf(this.changed)) : [];
    }
    get effects(): readonly string[] {
        if (!this.isChanged) {
            return [];
        }
        const { changed } = this.effectsOf(this.changed);
        return [
            changed.length > 0
                ? filled(WORDS.affects, changed.length, someNames(changed))
                : WORDS.affectsNobody
        ];
    }
    get canSave(): boolean {
        const { defaultCountry } = this.form;
        const isCountry = defaultCountry === '' || countryName(defaultCountry) !== undefined;
        return this.isChanged && isCountry && !this.isBusy;
    }
    get canRemove(): boolean {
        const isOrganization = this.opened?.scope === 'Organization';
        return this.rights.delete && this.record !== undefined && !isOrganization && !this.isBusy;
    }

    async load(): Promise<void> {
        this.state = { kind: 'loading' };
        try {
            const numbers = await readNumbers(this.ask);
            this.people = { numbers, agents: await readAgents(this.ask) };
            this.policies = await readPolicies(this.ask);
            this.state = { kind: 'ready' };
        } catch (errors) {
            this.state = stateOfErrors(errors);
        }
    }

    handleOpen({ detail: { scopeKey } }: CustomEvent<{ scopeKey: string }>): void {
        const policy = this.policyOf(scopeKey);
        const unsaved = this.opened?.scopeKey === scopeKey ? this.opened : undefined;
        this.open(policy ? targetOf(policy) : (unsaved ?? { scope: 'Organization', scopeKey }));
    }
    handleAddProfile({ detail: { value } }: CustomEvent<{ value: string }>): void {
        this.open({ scope: 'Profile', scopeKey: value });
    }
    handleAddUser({ detail: { recordId } }: CustomEvent<{ recordId: string | null }>): void {
        if (recordId) {
            this.open({ scope: 'User', scopeKey: recordId });
        }
    }
    handleChange({ detail: { changed } }: CustomEvent<{ changed: Partial<PolicyValues> }>): void {
        this.form = { ...this.form, ...(changed as Partial<PolicyForm>) };
        this.notice = '';
    }
    handleCancel(): void {
        this.close();
    }
    async handleSave(): Promise<void> {
        const { opened, record, form } = this;
        if (opened) {
            const name = nameOf(opened, this.people);
            await this.write(policyChange(opened, record, form, name), filled(WORDS.saved, name));
        }
    }
    async handleRemove(): Promise<void> {
        const { opened, record } = this;
        if (!opened || !record) {
            return;
        }
        const name = nameOf(opened, this.people);
        const { changed } = this.effectsOf(this.others);
        const message = filled(WORDS.removeAsk, name, changed.length);
        if (await LightningConfirm.open({ label: this.heading, message, theme: 'warning' })) {
            await this.write(policyRemoval(record), filled(WORDS.removed, name));
        }
    }

    private readonly ask: Ask = (request) =>
        (this.refs!.org as unknown as { ask: Ask }).ask(request);

    private open(target: PolicyTarget): void {
        const policy = this.policyOf(target.scopeKey);
        this.opened = target;
        this.form = policy ? policyFormOf(policy) : EMPTY_POLICY;
        this.errors = [];
        this.notice = '';
        this.focusWanted = 'editor';
    }

    private close(): void {
        this.focusWanted = { entry: this.opened?.scopeKey ?? 'org' };
        this.opened = undefined;
        this.errors = [];
    }

    private async write(change: RowChange | undefined, notice: string): Promise<void> {
        if (!change) {
            return;
        }
        this.isBusy = true;
        const [result] = await saveRows([change], { ask: this.ask });
        await this.readPoliciesAnew();
        this.isBusy = false;
        if (result.kind === 'saved') {
            this.close();
            this.notice = notice;
        } else {
            // What was typed stays: it can be saved over what is there now.
            this.errors = 'errors' in result ? result.errors : [WORDS.conflict];
        }
    }

    private async readPoliciesAnew(): Promise<void> {
        try {
            this.policies = await readPolicies(this.ask);
        } catch (errors) {
            this.state = stateOfErrors(errors);
        }
    }

    private get record(): PolicyRecord | undefined {
        return this.opened && this.policyOf(this.opened.scopeKey);
    }
    private get isChanged(): boolean {
        const { opened, record, form } = this;
        return opened !== undefined && policyChange(opened, record, form, '') !== undefined;
    }
    /** Everything but the policy that is open. */
    private get others(): readonly PolicyRecord[] {
        return this.policies.filter(({ Scope_Key__c }) => Scope_Key__c !== this.opened?.scopeKey);
    }
    private get changed(): readonly rows.PolicyRow[] {
        return this.opened ? [...this.others, policyRowOf(this.opened, this.form)] : this.policies;
    }
    private policyOf(scopeKey: string): PolicyRecord | undefined {
        return this.policies.find(({ Scope_Key__c }) => Scope_Key__c === scopeKey);
    }
    private effectsOf(after: readonly rows.PolicyRow[]): PolicyEffects {
        return policyEffects(this.people.agents, this.people.numbers, this.policies, after);
    }

    private moveFocus(): void {
        const wanted = this.focusWanted;
        this.focusWanted = undefined;
        if (wanted === 'editor') {
            this.template!.querySelector<HTMLElement>('c-callback-policy-editor')?.focus();
        } else if (wanted) {
            const list = this.template!.querySelector('c-callback-policy-list') as
                (Element & { focusEntry(scopeKey: string): void }) | null;
            list?.focusEntry(wanted.entry);
        }
    }
}

const NAMES_SHOWN = 3;

function someNames(agents: readonly AgentRecord[]): string {
    const names = agents.slice(0, NAMES_SHOWN).map(({ Name }) => Name);
    return agents.length > NAMES_SHOWN ? `${names.join(', ')} …` : names.join(', ');
}

function warningsOf({ withoutPrincipal }: PolicyEffects): readonly string[] {
    return withoutPrincipal.length > 0
        ? [filled(WORDS.noPrincipal, withoutPrincipal.length, someNames(withoutPrincipal))]
        : [];
}

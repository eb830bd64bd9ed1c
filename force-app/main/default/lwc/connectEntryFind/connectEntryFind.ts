import { LightningElement, api } from 'lwc';
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { reduceErrors } from 'c/callbackErrors';
import type { SaveState } from 'c/callbackSaveProgress';
import type { Ask } from 'c/callbackSetupData';
import type { Choice, FieldChoice, FilterValues, FindState } from 'c/connectCandidates';
import { CANDIDATE_OBJECTS, USUAL_PHONE_FIELD } from 'c/connectData';
import { fieldChoices, phoneChoices } from './filterFields';
import { filterOf, Finding, isFilled } from './finding';

type Schema = HTMLElement & { infoOf(objectApiName: string): Promise<ObjectInfo> };

/**
 * Container. Finds contacts or leads by a filter, and puts those on a dial list that are not on it.
 *
 * `added`: something was written. `close`: back to the entries.
 */
export default class ConnectEntryFind extends LightningElement {
    @api listId = '';

    objects: readonly Choice[] = [];
    phoneFields: readonly Choice[] = [];
    fields: readonly FieldChoice[] = [];
    filter: FilterValues = { objectApiName: '', phoneField: '', conditions: [] };
    found: FindState = { kind: 'none' };
    saving: SaveState = { kind: 'idle' };
    _infos: ReadonlyMap<string, ObjectInfo> = new Map();
    private hasBegun = false;

    private readonly finding = new Finding({
        ask: (request) => (this.refs!.org as HTMLElement & { ask: Ask }).ask(request),
        listId: () => this.listId,
        showFound: (state) => {
            this.found = state;
        },
        showSaving: (state) => {
            this.saving = state;
        }
    });

    /** What there is to choose from is asked once the elements that know it are there. */
    override renderedCallback(): void {
        if (!this.hasBegun) {
            this.hasBegun = true;
            this.readObjects();
        }
    }
    override disconnectedCallback(): void {
        this.finding.cancel();
    }

    get isComplete(): boolean {
        return isFilled(filterOf(this.filter, this.info));
    }
    get info(): ObjectInfo | undefined {
        return this._infos.get(this.filter.objectApiName);
    }

    @api focus(): void {
        this.template!.querySelector<HTMLElement>('c-connect-candidates')?.focus();
    }

    async readObjects(): Promise<void> {
        const schema = this.refs!.schema as Schema;
        try {
            for (const name of CANDIDATE_OBJECTS) {
                // eslint-disable-next-line no-await-in-loop -- the schema answers one at a time
                this._infos = new Map([...this._infos, [name, await schema.infoOf(name)]]);
            }
        } catch (error) {
            this.found = { kind: 'failed', errors: reduceErrors(error) };
        }
        this.objects = [...this._infos].map(([value, { labelPlural }]) => ({
            value,
            label: labelPlural
        }));
        const [first] = this.objects;
        if (first) {
            this.takeFilter({ ...this.filter, objectApiName: first.value });
        }
    }

    handleFilter({ detail }: CustomEvent<FilterValues>): void {
        this.takeFilter(detail);
        this.finding.forget();
    }
    handlePreview(): void {
        this.finding.look(filterOf(this.filter, this.info));
    }
    async handleAdd(): Promise<void> {
        await this.finding.add();
        this.dispatchEvent(new CustomEvent('added'));
    }
    handleStop(): void {
        this.finding.cancel();
    }
    handleRead(): void {
        this.saving = { kind: 'idle' };
    }
    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    takeFilter(filter: FilterValues): void {
        const info = this._infos.get(filter.objectApiName);
        this.fields = info ? fieldChoices(info) : [];
        this.phoneFields = info ? phoneChoices(info) : [];
        const usual =
            this.phoneFields.find(({ value }) => value === USUAL_PHONE_FIELD) ??
            this.phoneFields[0];
        this.filter = { ...filter, phoneField: filter.phoneField || (usual?.value ?? '') };
    }
}

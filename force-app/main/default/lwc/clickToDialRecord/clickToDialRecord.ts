import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import { factsOfRecord, fieldNamesOf, phoneFieldsOf, type PhoneField } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { Facts } from 'c/callbackResolver';

export type RecordState =
    | { readonly kind: 'loading' }
    | {
          readonly kind: 'ready';
          /** The telephone fields of the object that the agent may see. */
          readonly phoneFields: readonly PhoneField[];
          /** Missing where the object has none of them. */
          readonly record?: RecordRepresentation;
          /** What the record says to the fields in `ruleFields`, once it has been asked. */
          readonly facts?: Facts;
      }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

interface Wired<Data> {
    readonly data?: Data;
    readonly error?: unknown;
}

/**
 * Container. Without a face: reads the telephone fields of a record, and what rules ask about it,
 * and says so again whenever somebody changes them.
 *
 * `statechange`: detail `{ state: RecordState }`.
 */
export default class ClickToDialRecord extends LightningElement {
    @api get recordId(): string | undefined {
        return this._recordId;
    }
    set recordId(recordId: string | undefined) {
        this._recordId = recordId;
        this.begin();
    }

    @api get objectApiName(): string | undefined {
        return this._objectApiName;
    }
    set objectApiName(objectApiName: string | undefined) {
        this._objectApiName = objectApiName;
        this._phoneFields = undefined;
        this._phoneFieldNames = undefined;
        this.begin();
    }

    /** In the form of getRecord: `Contact.Account.Industry`. */
    @api get ruleFields(): readonly string[] {
        return this._ruleFields;
    }
    set ruleFields(ruleFields: readonly string[]) {
        this._ruleFields = ruleFields;
        this._ruleReadId = this.ruleReadId;
    }

    _recordId: string | undefined;
    _objectApiName: string | undefined;
    _ruleFields: readonly string[] = [];
    _phoneFields: readonly PhoneField[] | undefined;
    _record: RecordRepresentation | undefined;
    _facts: Facts | undefined;
    _infoErrors: readonly string[] = [];
    _recordErrors: readonly string[] = [];

    // What the wires ask for; undefined while there is nothing to ask.
    _describeName: string | undefined;
    _readId: string | undefined;
    _ruleReadId: string | undefined;
    _phoneFieldNames: readonly string[] | undefined;

    @wire(getObjectInfo, { objectApiName: '$_describeName' })
    takeObjectInfo({ data, error }: Wired<ObjectInfo>): void {
        this._infoErrors = reduceErrors(error);
        if (data) {
            this._phoneFields = phoneFieldsOf(data);
            const names = fieldNamesOf(data.apiName, this._phoneFields);
            this._phoneFieldNames = names.length > 0 ? names : undefined;
        }
        this.say();
    }

    @wire(getRecord, { recordId: '$_readId', fields: '$_phoneFieldNames' })
    takeRecord({ data, error }: Wired<RecordRepresentation>): void {
        this._recordErrors = reduceErrors(error);
        this._record = data ?? this._record;
        this.say();
    }

    /** Optional fields: one that is hidden from the agent must not hide the others. */
    @wire(getRecord, {
        recordId: '$_ruleReadId',
        fields: '$_phoneFieldNames',
        optionalFields: '$_ruleFields'
    })
    takeRuleFields({ data, error }: Wired<RecordRepresentation>): void {
        if (data || error) {
            this._facts = factsOfRecord(this._objectApiName!, this._ruleFields, data ?? null);
            this.say();
        }
    }

    get state(): RecordState {
        const { _phoneFields: phoneFields, _record: record, _facts: facts } = this;
        const errors = [...this._infoErrors, ...this._recordErrors];
        if (errors.length > 0) {
            return { kind: 'failed', errors };
        }
        const isRead = phoneFields && (record || phoneFields.length === 0);
        return isRead ? { kind: 'ready', phoneFields, record, facts } : { kind: 'loading' };
    }
    get ruleReadId(): string | undefined {
        return this._ruleFields.length > 0 ? this._recordId : undefined;
    }

    /** Wires ask when what they go by changes: so they ask anew, after an error too. */
    @api async refresh(): Promise<void> {
        this._describeName = undefined;
        this._readId = undefined;
        this._ruleReadId = undefined;
        await Promise.resolve();
        this._describeName = this._objectApiName;
        this._readId = this._recordId;
        this._ruleReadId = this.ruleReadId;
    }

    /** Nothing of the record before holds. */
    begin(): void {
        this._record = undefined;
        this._facts = undefined;
        this.refresh();
        this.say();
    }
    say(): void {
        this.dispatchEvent(new CustomEvent('statechange', { detail: { state: this.state } }));
    }
}

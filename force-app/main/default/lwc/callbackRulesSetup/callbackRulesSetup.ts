import { LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import about from '@salesforce/label/c.Callback_Setup_Rules_About';
import empty from '@salesforce/label/c.Callback_Setup_Rules_Empty';
import title from '@salesforce/label/c.Callback_Setup_Rules_Title';
import { stateOfErrors } from 'c/callbackData';
import { createDirectory, type Directory } from 'c/callbackResolver';
import type { RuleRow } from 'c/callbackRuleRow';
import {
    directoryRowsOf,
    OBJECTS,
    readConfiguration,
    rightsOf,
    savedRule,
    type Ask,
    type Configuration,
    type Rights
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { draftOf, formsOf, moved, type Draft } from './draft';
import { sentenceOf, type RuleNames } from './sentences';
import { warningsOf } from './warnings';

/** Container. Selection rules in their order: what each does, reordering, editing, warnings. */
export default class CallbackRulesSetup extends LightningElement {
    words = { about, empty, title };
    state: LoadState = { kind: 'loading' };
    rights: Rights = rightsOf(undefined);
    ruleObject = OBJECTS.rule;

    private draft: Draft = draftOf([]);
    private directory: Directory | undefined;
    private names: RuleNames = { numbers: new Map(), groups: new Map(), dialLists: new Map() };

    @wire(getObjectInfo, { objectApiName: '$ruleObject' })
    handleInfo({ data }: { readonly data?: ObjectInfo }): void {
        this.rights = rightsOf(data);
    }

    private isOpened = false;

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.load();
        }
    }

    get isReadOnly(): boolean {
        return !this.rights.update;
    }
    get hasRules(): boolean {
        return this.draft.saved.length > 0;
    }
    get count(): number {
        return this.draft.order.length;
    }
    get rows(): readonly RuleRow[] {
        const forms = formsOf(this.draft);
        const warnings = warningsOf(forms, this.directory);
        return forms.map((form, at) => ({
            id: form.id,
            name: form.name,
            position: at + 1,
            sentence: sentenceOf(form, this.names),
            active: form.active,
            warnings: warnings.get(form.id) ?? [],
            isChanged: this.draft.saved[at]?.form.id !== form.id
        }));
    }

    async load(): Promise<void> {
        this.state = { kind: 'loading' };
        try {
            const read: Configuration = await readConfiguration(this.ask);
            this.directory = createDirectory(directoryRowsOf(read));
            this.names = {
                numbers: this.directory.numbers,
                groups: new Map(read.groups.map(({ Id, Name }) => [Id, Name])),
                dialLists: new Map(read.dialLists.map(({ Id, Name }) => [Id, Name]))
            };
            this.draft = draftOf(read.rules.map(savedRule));
            this.state = { kind: 'ready' };
        } catch (errors) {
            this.state = stateOfErrors(errors) as LoadState;
        }
    }

    handleMove({ detail }: CustomEvent<{ id: string; to: number }>): void {
        this.draft = moved(this.draft, detail.id, detail.to);
    }

    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
}

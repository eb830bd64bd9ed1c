import { LightningElement, api } from 'lwc';
import added from '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Added';
import changed from '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Changed';
import deleted from '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Deleted';
import editedDeleted from '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Edited_Deleted';
import meanwhile from '@salesforce/label/c.Callback_Setup_Rules_Meanwhile';
import moved from '@salesforce/label/c.Callback_Setup_Rules_Meanwhile_Moved';

/** What somebody else did to a rule since the rules were read. */
export interface Meanwhile {
    readonly kind: 'moved' | 'added' | 'deleted' | 'changed' | 'editedDeleted';
    /** The rule's name. */
    readonly name: string;
}

const LINES = { moved, added, deleted, changed, editedDeleted };

/** Presentational. What another admin did to the rules meanwhile. Shows nothing where that is nothing. */
export default class CallbackRuleNotice extends LightningElement {
    @api changes: readonly Meanwhile[] = [];

    words = { meanwhile };

    get lines(): readonly string[] {
        return this.changes.map(({ kind, name }) => LINES[kind].replace('{0}', name));
    }
}

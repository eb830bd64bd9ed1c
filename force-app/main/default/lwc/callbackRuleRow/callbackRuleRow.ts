import { LightningElement, api } from 'lwc';
import actions from '@salesforce/label/c.Callback_Setup_Rule_Actions';
import activate from '@salesforce/label/c.Callback_Setup_Rule_Activate';
import cancel from '@salesforce/label/c.Callback_Setup_Rule_Cancel';
import catches from '@salesforce/label/c.Callback_Setup_Rule_Catches';
import deactivate from '@salesforce/label/c.Callback_Setup_Rule_Deactivate';
import remove from '@salesforce/label/c.Callback_Setup_Rule_Delete';
import draft from '@salesforce/label/c.Callback_Setup_Rule_Draft';
import duplicate from '@salesforce/label/c.Callback_Setup_Rule_Duplicate';
import edit from '@salesforce/label/c.Callback_Setup_Rule_Edit';
import handle from '@salesforce/label/c.Callback_Setup_Rule_Handle';
import inactive from '@salesforce/label/c.Callback_Setup_Rule_Inactive';
import move from '@salesforce/label/c.Callback_Setup_Rule_Move';
import moveTo from '@salesforce/label/c.Callback_Setup_Rule_Move_To';
import position from '@salesforce/label/c.Callback_Setup_Rule_Position';
import { filled } from 'c/callbackLabel';

/** A rule as the list shows it. */
export interface RuleRow {
    readonly id: string;
    readonly name: string;
    /** Place among all rules, counted from 1. */
    readonly position: number;
    /** What it does, in one line. */
    readonly sentence: string;
    readonly active: boolean;
    readonly warnings: readonly string[];
    /** It stands elsewhere, or says something else, than what is saved. */
    readonly isChanged: boolean;
}

/** What the user may do with rules. */
export interface RuleRights {
    readonly create: boolean;
    readonly update: boolean;
    readonly delete: boolean;
}

export type RuleAction = 'edit' | 'duplicate' | 'toggle' | 'catches' | 'delete';

const POSITIONING = 'position';

/**
 * Presentational. One rule of the list: what it does, its warnings, what can be done with it.
 *
 * `action` with `{ id, action }`. `moveto` with `{ id, to }`, counted from 0. `grabkey` with
 * `{ id, key }`: a key on the handle that was not used here. `leave`: the focus left the handle.
 */
export default class CallbackRuleRow extends LightningElement {
    @api rule!: RuleRow;
    /** Of all rules. */
    @api count = 0;
    @api rights: RuleRights | undefined;
    /** Whether there is a handle. */
    @api canReorder = false;
    /** Whether it is being moved by keyboard. */
    @api isGrabbed = false;

    words = { cancel, draft, inactive, move };
    isPositioning = false;
    private wantsFocus = false;

    @api focusHandle(): void {
        this.template!.querySelector<HTMLElement>('.handle')?.focus();
    }
    @api focusMenu(): void {
        this.template!.querySelector<HTMLElement>('lightning-button-menu')?.focus();
    }

    override renderedCallback(): void {
        if (this.wantsFocus) {
            this.wantsFocus = false;
            this.template!.querySelector<HTMLElement>('.position-input')?.focus();
        }
    }

    get pressed(): string {
        return String(this.isGrabbed);
    }
    get isInactive(): boolean {
        return !this.rule.active;
    }
    get handleLabel(): string {
        return filled(handle, this.rule.name, this.rule.position, this.count);
    }
    get positionLabel(): string {
        return filled(position, this.rule.name, this.count);
    }
    get menuLabel(): string {
        return filled(actions, this.rule.name);
    }
    get actions() {
        const { rights, rule } = this;
        return [
            ...(rights?.update ? [{ value: 'edit', label: edit }] : []),
            ...(rights?.create ? [{ value: 'duplicate', label: duplicate }] : []),
            ...(rights?.update
                ? [
                      { value: 'toggle', label: rule.active ? deactivate : activate },
                      { value: POSITIONING, label: moveTo }
                  ]
                : []),
            { value: 'catches', label: catches },
            ...(rights?.delete ? [{ value: 'delete', label: remove }] : [])
        ];
    }

    handleSelect({ detail }: CustomEvent<{ value: RuleAction | typeof POSITIONING }>): void {
        if (detail.value === POSITIONING) {
            this.isPositioning = true;
            this.wantsFocus = true;
        } else {
            this.tell('action', { action: detail.value });
        }
    }
    handleMove(event: Event): void {
        event.preventDefault();
        const input = this.template!.querySelector<HTMLInputElement>('.position-input')!;
        const to = Number(input.value);
        if (!Number.isInteger(to) || to < 1 || to > this.count) {
            input.reportValidity();
            return;
        }
        this.isPositioning = false;
        this.tell('moveto', { to: to - 1 });
    }
    handlePositionKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') {
            this.handleMove(event);
        } else if (event.key === 'Escape') {
            this.handleCancelMove();
        }
    }
    handleCancelMove(): void {
        this.isPositioning = false;
        this.focusMenu();
    }

    handleKey(event: KeyboardEvent): void {
        const { key } = event;
        const isUsed = [' ', 'Enter', 'Escape', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(
            key
        );
        if (isUsed && (this.isGrabbed || key === ' ' || key === 'Enter')) {
            event.preventDefault();
            event.stopPropagation();
            this.tell('grabkey', { key });
        }
    }
    handleFocusOut(): void {
        this.tell('leave', {});
    }

    private tell(name: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail: { id: this.rule.id, ...detail } }));
    }
}

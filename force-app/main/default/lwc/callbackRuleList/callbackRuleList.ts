import { LightningElement, api } from 'lwc';
import dropped from '@salesforce/label/c.Callback_Setup_Rule_Dropped';
import grabbed from '@salesforce/label/c.Callback_Setup_Rule_Grabbed';
import moving from '@salesforce/label/c.Callback_Setup_Rule_Moving';
import putBack from '@salesforce/label/c.Callback_Setup_Rule_Put_Back';
import hint from '@salesforce/label/c.Callback_Setup_Rules_Hint';
import hintFiltered from '@salesforce/label/c.Callback_Setup_Rules_Hint_Filtered';
import list from '@salesforce/label/c.Callback_Setup_Rules_List';
import more from '@salesforce/label/c.Callback_Setup_Rules_More';
import type { RuleRights, RuleRow } from 'c/callbackRuleRow';
import { movedTo, placeAfterKey } from './places';

type RuleRowElement = HTMLElement & { focusHandle(): void; focusMenu(): void };

/** Many rows are slow to draw, and few are looked at. */
const ROWS_AT_ONCE = 50;

/**
 * Presentational. Rules in their order; moved by mouse, by keyboard, or to a position.
 *
 * `move` with `{ id, to }`, counted from 0. `action` with `{ id, action }` as of a row.
 */
export default class CallbackRuleList extends LightningElement {
    /** Those that fit search and filters. */
    @api rules: readonly RuleRow[] = [];
    /** Of all rules. */
    @api count = 0;
    @api rights: RuleRights | undefined;

    words = { list };
    announced = '';
    private limit = ROWS_AT_ONCE;
    /** By keyboard: the rule, where it was and where it would be dropped. */
    private grab: { readonly id: string; readonly from: number; readonly to: number } | undefined;
    /** By mouse: the rule, and where it would be dropped. */
    private drag: { readonly id: string; readonly over?: string; readonly behind?: boolean } = {
        id: ''
    };
    /** The rule whose handle, or whose actions, get the focus once they are drawn. */
    private handleWanted = '';
    private menuWanted = '';

    /** Puts the focus where the actions of a rule are; where there is none, on the first rule. */
    @api focusRule(id: string): void {
        const place = this.rules.findIndex((rule) => rule.id === id);
        if (place >= this.limit) {
            this.showPlace(place);
            this.menuWanted = id;
        } else {
            this.rowOf(this.rules[Math.max(place, 0)]?.id)?.focusMenu();
        }
    }

    override renderedCallback(): void {
        this.rowOf(this.handleWanted)?.focusHandle();
        this.rowOf(this.menuWanted)?.focusMenu();
        this.handleWanted = this.menuWanted = '';
    }

    /** While rules are hidden, a place between two of them says little. */
    get canReorder(): boolean {
        return Boolean(this.rights?.update) && this.rules.length === this.count;
    }
    get hint(): string | undefined {
        if (!this.rights?.update) {
            return undefined;
        }
        return this.canReorder ? hint : hintFiltered;
    }
    get shown() {
        return this.ordered.slice(0, this.limit).map((rule, at) => ({
            rule: this.grab ? { ...rule, position: at + 1 } : rule,
            isGrabbed: rule.id === this.grab?.id,
            draggable: String(this.canReorder),
            className: this.classOf(rule.id)
        }));
    }
    get moreLabel(): string | undefined {
        const further = Math.min(this.rules.length - this.limit, ROWS_AT_ONCE);
        return further > 0 ? more.replace('{0}', String(further)) : undefined;
    }

    handleMore(): void {
        this.limit += ROWS_AT_ONCE;
    }
    handleAction({ detail }: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('action', { detail }));
    }
    handleMoveTo({ detail }: CustomEvent<{ id: string; to: number }>): void {
        this.tellMove(detail.id, detail.to);
        this.showPlace(detail.to);
        this.handleWanted = this.canReorder ? detail.id : '';
    }

    handleGrabKey({ detail }: CustomEvent<{ id: string; key: string }>): void {
        const { grab } = this;
        const { id, key } = detail;
        if (!grab) {
            const from = this.rules.findIndex((rule) => rule.id === id);
            this.grab = { id, from, to: from };
            this.announce(grabbed, id, from);
        } else if (key === 'Escape') {
            this.grab = undefined;
            this.announce(putBack, grab.id, grab.from);
        } else if (key === ' ' || key === 'Enter') {
            this.drop();
        } else {
            const to = placeAfterKey(key, grab.to, this.count);
            this.grab = { ...grab, to };
            this.showPlace(to);
            this.announce(moving, grab.id, to);
        }
        // What moves on the page loses the focus.
        this.handleWanted = id;
    }
    /** Whoever goes elsewhere leaves the rule where it is now. */
    handleLeave({ detail }: CustomEvent<{ id: string }>): void {
        if (this.grab?.id === detail.id && !this.handleWanted) {
            this.drop();
        }
    }

    handleDragStart(event: DragEvent): void {
        const id = idOf(event);
        event.dataTransfer?.setData('text/plain', id);
        this.drag = { id };
    }
    handleDragOver(event: DragEvent): void {
        if (this.drag.id) {
            event.preventDefault();
            const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect();
            const behind = event.clientY > top + height / 2;
            this.drag = { id: this.drag.id, over: idOf(event), behind };
        }
    }
    handleDrop(event: DragEvent): void {
        event.preventDefault();
        const { id, over, behind } = this.drag;
        this.handleDragEnd();
        const others = this.rules.filter((rule) => rule.id !== id);
        const at = others.findIndex((rule) => rule.id === over);
        if (id && at >= 0) {
            this.tellMove(id, behind ? at + 1 : at);
        }
    }
    handleDragEnd(): void {
        this.drag = { id: '' };
    }

    private get ordered(): readonly RuleRow[] {
        return this.grab ? movedTo(this.rules, this.grab.from, this.grab.to) : this.rules;
    }

    private drop(): void {
        const { id, from, to } = this.grab!;
        this.grab = undefined;
        if (from === to) {
            this.announce(putBack, id, to);
        } else {
            this.tellMove(id, to);
        }
    }
    private tellMove(id: string, to: number): void {
        this.announce(dropped, id, to);
        this.dispatchEvent(new CustomEvent('move', { detail: { id, to } }));
    }
    private showPlace(place: number): void {
        if (place >= this.limit) {
            this.limit = place + 1;
        }
    }
    private announce(text: string, id: string, place: number): void {
        const name = this.rules.find((rule) => rule.id === id)?.name ?? '';
        const values = [name, place + 1, this.count];
        this.announced = text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)]));
    }
    private classOf(id: string): string {
        const { over, behind } = this.drag;
        const line = id === over ? (behind ? 'drop-behind' : 'drop-before') : '';
        return `slds-item ${id === this.drag.id ? 'dragged' : ''} ${line}`;
    }
    private rowOf(id: string | undefined): RuleRowElement | undefined {
        const rows = this.template!.querySelectorAll<RuleRowElement>('c-callback-rule-row');
        return [...rows].find(({ dataset }) => dataset.id === id);
    }
}

function idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.id!;
}

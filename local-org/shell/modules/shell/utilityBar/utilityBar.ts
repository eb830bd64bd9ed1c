import { LightningElement } from 'lwc';
import type { UtilityItem } from '../../../metadata/types';
import { shell } from 'shell/org';
import { addressOfRecord } from 'shell/places';
import { goTo } from 'shell/router';
import { word } from 'shell/words';
import { changed, closed, opened, type Panel, panelsOf } from './panels';

/** Container. The utilities at the foot of every page; what is in them lives on while they are closed. */
export default class ShellUtilityBar extends LightningElement {
    readonly label = word('utilityBar');
    readonly softphoneUrl = shell.softphoneUrl;
    readonly settings = shell.callCenterSettings;
    _panels: readonly Panel[] = panelsOf(shell.app.utilityItems, shell.softphoneUrl !== undefined);

    get utilities() {
        return this._panels.map((panel) => ({
            ...panel,
            ...panel.item,
            label: labelOf(panel.item),
            itemLabel: panel.itemLabel ?? labelOf(panel.item),
            isSoftphone: panel.item.content.kind === 'softphone',
            voice: panel.item.content.kind === 'voice' ? shell.voice : undefined,
            minimizeLabel: word('minimize', labelOf(panel.item)),
            expanded: String(panel.isOpen),
            style: `width: ${panel.width}px; height: ${panel.height}px`,
            panelClass: `panel slds-utility-panel ${panel.isOpen ? 'slds-is-open' : 'panel-closed'}`,
            bodyClass: `body slds-utility-panel__body ${panel.item.scrollable ? '' : 'body-fixed'}`,
            buttonClass: `slds-button slds-utility-bar__action ${panel.isOpen ? 'slds-is-active' : ''}`
        }));
    }

    handleToggle(event: Event): void {
        const id = idOf(event);
        const isOpen = this._panels.some(({ item, isOpen: open }) => item.id === id && open);
        if (isOpen) {
            this.close(id);
        } else {
            this._panels = opened(this._panels, id);
            this.focusPanel(id);
        }
    }

    handleMinimize(event: Event): void {
        this.close(idOf(event));
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.defaultPrevented) {
            this.close(idOf(event));
        }
    }

    handleVisibility(event: CustomEvent<{ readonly visible: boolean }>): void {
        const id = idOf(event);
        this._panels = event.detail.visible ? opened(this._panels, id) : closed(this._panels, id);
    }

    handleSize(event: CustomEvent<{ readonly width?: number; readonly height?: number }>): void {
        this.change(idOf(event), event.detail);
    }

    handleItemLabel(event: CustomEvent<{ readonly label: string }>): void {
        this.change(idOf(event), { itemLabel: event.detail.label });
    }

    handleOpenRecord(event: CustomEvent<{ readonly recordId: string }>): void {
        const address = addressOfRecord(event.detail.recordId);
        if (address) {
            goTo(address);
        }
    }

    change(id: string, changes: Partial<Panel>): void {
        this._panels = changed(this._panels, id, changes);
    }

    /** The keyboard goes back to where the panel was opened. */
    close(id: string): void {
        this._panels = closed(this._panels, id);
        this.template?.querySelector<HTMLElement>(`button[data-id="${id}"]`)?.focus();
    }

    focusPanel(id: string): void {
        // Once it is visible, its first button takes the focus.
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- what is hidden takes no focus
        requestAnimationFrame(() =>
            this.template
                ?.querySelector<HTMLElement>(`section[data-id="${id}"] lightning-button-icon`)
                ?.focus()
        );
    }
}

/** The platform's own is in the language of the user; the others are as the app has them. */
function labelOf({ content, label }: UtilityItem): string {
    return content.kind === 'voice' ? word('phone') : label;
}

function idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.id ?? '';
}

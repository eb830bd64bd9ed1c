import { LightningElement } from 'lwc';
import { word } from 'shell/words';

/** What `lightning/platformShowToastEvent` carries. */
interface ToastDetail {
    readonly title?: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

interface ShownToast {
    readonly key: number;
    readonly title: string;
    readonly message: string | undefined;
    readonly role: 'alert' | 'status';
    readonly className: string;
}

const EVENT = 'lightning__showtoast';
const SHOWN_MS = 5_000;

/** Container. Shows what components tell by toast; errors stay until they are closed. */
export default class ShellToasts extends LightningElement {
    readonly label = word('notifications');
    readonly closeLabel = word('close');
    toasts: readonly ShownToast[] = [];
    _told = 0;
    _show = (event: Event) => this.show((event as CustomEvent<ToastDetail>).detail);

    override connectedCallback(): void {
        document.addEventListener(EVENT, this._show);
    }
    override disconnectedCallback(): void {
        document.removeEventListener(EVENT, this._show);
    }

    show({ title = '', message, variant = 'info', mode = 'dismissible' }: ToastDetail): void {
        const key = ++this._told;
        const isUrgent = variant === 'error' || variant === 'warning';
        const className = `slds-notify slds-notify_toast slds-theme_${variant}`;
        const role = isUrgent ? 'alert' : 'status';
        this.toasts = [...this.toasts, { key, title, message, role, className }];
        if (mode !== 'sticky' && variant !== 'error') {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- a toast goes by itself
            setTimeout(() => this.close(key), SHOWN_MS);
        }
    }

    handleClose(event: Event): void {
        this.close(Number((event.currentTarget as HTMLElement).dataset.key));
    }

    close(key: number): void {
        this.toasts = this.toasts.filter((toast) => toast.key !== key);
    }
}

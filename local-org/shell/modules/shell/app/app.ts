import { LightningElement } from 'lwc';
import { shell } from 'shell/org';
import type { Route } from 'shell/route';
import { currentRoute, onRoute } from 'shell/router';
import { word } from 'shell/words';

interface Visit {
    readonly key: number;
    readonly route: Route;
}

/**
 * Container. The frame of every page: header, navigation, utility bar. What is inside of it changes
 * with the address; the frame, and with it the softphone and everything open, stays.
 */
export default class ShellApp extends LightningElement {
    readonly skipLabel = word('skip');
    visits: readonly Visit[] = [{ key: 0, route: currentRoute() }];
    _endRoute: (() => void) | undefined;

    get route(): Route {
        return this.visits[0]!.route;
    }

    override connectedCallback(): void {
        this._endRoute = onRoute((route) => {
            // Every visit is a page of its own, also of the same kind.
            this.visits = [{ key: this.visits[0]!.key + 1, route }];
            window.scrollTo(0, 0);
            this.focusContent();
        });
    }
    override disconnectedCallback(): void {
        this._endRoute?.();
    }

    handleSkip(event: Event): void {
        event.preventDefault();
        this.focusContent();
    }

    handleTitle(event: CustomEvent<{ readonly title: string }>): void {
        document.title = `${event.detail.title} | ${shell.app.label}`;
    }

    /** Keyboard and screen reader go on where the new page begins. */
    focusContent(): void {
        this.template?.querySelector('main')?.focus();
    }
}

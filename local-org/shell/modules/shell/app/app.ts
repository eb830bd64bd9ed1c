import { LightningElement } from 'lwc';
import { SESSION_ENDED } from 'platform/uiApi';
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
    readonly sessionOverLabel = word('sessionOver');
    readonly reloadLabel = word('reload');
    isOver = false;
    visits: readonly Visit[] = [{ key: 0, route: currentRoute() }];
    _endRoute: (() => void) | undefined;
    _sessionEnded = () => {
        this.isOver = true;
    };

    get route(): Route {
        return this.visits[0]!.route;
    }

    override connectedCallback(): void {
        window.addEventListener(SESSION_ENDED, this._sessionEnded);
        this._endRoute = onRoute((route) => {
            // Every visit is a page of its own, also of the same kind.
            this.visits = [{ key: this.visits[0]!.key + 1, route }];
            window.scrollTo(0, 0);
            this.focusContent();
        });
    }
    override disconnectedCallback(): void {
        this._endRoute?.();
        window.removeEventListener(SESSION_ENDED, this._sessionEnded);
    }

    handleSkip(event: Event): void {
        event.preventDefault();
        this.focusContent();
    }

    handleReload(): void {
        window.location.reload();
    }

    handleTitle(event: CustomEvent<{ readonly title: string }>): void {
        document.title = `${event.detail.title} | ${shell.app.label}`;
    }

    /** Keyboard and screen reader go on where the new page begins. */
    focusContent(): void {
        this.template?.querySelector('main')?.focus();
    }
}

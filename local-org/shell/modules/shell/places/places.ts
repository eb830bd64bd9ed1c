import type { ShownTab } from '../../../boot';
import { shell } from 'shell/org';
import { addressOf, type Route } from 'shell/route';

/** Service. What there is to go to: tabs and objects, with their addresses and icons. */

export function addressOfTab(tab: ShownTab): string {
    return addressOf(
        tab.kind === 'object'
            ? { kind: 'list', objectApiName: tab.objectApiName }
            : { kind: 'tab', name: tab.name }
    );
}

/** The object of an id, where the user may read it. */
export function objectOfId(recordId: string): string | undefined {
    return shell.objectsByPrefix[recordId.slice(0, 3)];
}

export function objectOfRoute(route: Route): string | undefined {
    switch (route.kind) {
        case 'list':
            return route.objectApiName;
        case 'record':
            return objectOfId(route.recordId);
        default:
            return undefined;
    }
}

export function iconOfObject(objectApiName: string): string {
    const tab = shell.tabs.find(
        (shown) => shown.kind === 'object' && shown.objectApiName === objectApiName
    );
    return tab?.icon ?? (objectApiName === 'User' ? 'standard:user' : 'standard:record');
}

export function addressOfRecord(recordId: string): string | undefined {
    const objectApiName = objectOfId(recordId);
    return objectApiName && addressOf({ kind: 'record', objectApiName, recordId });
}

import { rightsOf, type Rights } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';

/** What the platform says about an object, once it has. */
export interface Info {
    readonly data?: NonNullable<Parameters<typeof rightsOf>[0]>;
    readonly error?: unknown;
}

/** Of the objects that say what somebody may do on this page. */
export interface Infos {
    readonly number?: Info;
    readonly rule?: Info;
}

export function rightsIn({ number }: Infos): Rights {
    return rightsOf(number?.data);
}

/**
 * Agents may read the numbers that their calls present, and have no business on this page: it is
 * for those who keep them, and, to look at, for those who make rules.
 */
export function stateIn({ number, rule }: Infos, loaded: LoadState): LoadState {
    const areKnown = [number, rule].every((info) => info?.data ?? info?.error);
    if (!areKnown) {
        return loaded.kind === 'ready' ? { kind: 'loading' } : loaded;
    }
    return rightsOf(number?.data).update || rightsOf(rule?.data).create
        ? loaded
        : { kind: 'noPermission', missing: [] };
}

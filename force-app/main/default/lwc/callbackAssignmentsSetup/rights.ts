import { rightsOf, type Rights } from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';

type Name = 'assignment' | 'group' | 'member' | 'rule';
type ObjectRights = NonNullable<Parameters<typeof rightsOf>[0]>;

/** What the platform said about the objects of the page, as far as it has. */
export type Infos = Readonly<
    Partial<Record<Name, { readonly data?: ObjectRights; readonly error?: unknown }>>
>;

export function rightsIn(infos: Infos): Readonly<Record<Name, Rights>> {
    return {
        assignment: rightsOf(infos.assignment?.data),
        group: rightsOf(infos.group?.data),
        member: rightsOf(infos.member?.data),
        rule: rightsOf(infos.rule?.data)
    };
}

/**
 * Agents may read what their calls are decided by, and have no business on this page: it is for
 * those who assign numbers, and, to look at, for those who make rules.
 */
export function stateIn(infos: Infos, loaded: LoadState): LoadState {
    const answers = [infos.assignment, infos.rule];
    const areKnown = answers.every((info) => info?.data ?? info?.error);
    const { assignment, rule } = rightsIn(infos);
    if (areKnown && !assignment.create && !rule.create) {
        return { kind: 'noPermission', missing: [] };
    }
    return !areKnown && loaded.kind === 'ready' ? { kind: 'loading' } : loaded;
}

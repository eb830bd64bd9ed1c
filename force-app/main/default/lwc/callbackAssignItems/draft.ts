/** What is to be given to, and taken from, everybody who is chosen. An item is in one of the two at most. */
export interface Draft {
    readonly add: readonly string[];
    readonly remove: readonly string[];
}

export const NO_DRAFT: Draft = { add: [], remove: [] };

/** @param wanted undefined: leave these items as they are */
export function drafted(
    draft: Draft,
    ids: readonly string[],
    wanted: 'add' | 'remove' | undefined
): Draft {
    const concerned = new Set(ids);
    const others = (list: readonly string[]) => list.filter((id) => !concerned.has(id));
    return {
        add: [...others(draft.add), ...(wanted === 'add' ? ids : [])],
        remove: [...others(draft.remove), ...(wanted === 'remove' ? ids : [])]
    };
}

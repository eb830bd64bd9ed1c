/** Where a rule is after a key, counted from 0. */
export function placeAfterKey(key: string, place: number, count: number): number {
    switch (key) {
        case 'ArrowUp':
            return Math.max(place - 1, 0);
        case 'ArrowDown':
            return Math.min(place + 1, count - 1);
        case 'Home':
            return 0;
        case 'End':
            return count - 1;
        default:
            return place;
    }
}

/** The list with one of its entries elsewhere. */
export function movedTo<Of>(list: readonly Of[], from: number, to: number): readonly Of[] {
    return list.toSpliced(from, 1).toSpliced(to, 0, list[from]);
}

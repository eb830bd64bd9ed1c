import type { CallbackNumber, NumberId } from 'c/callbackResolver';

/** So many ids fit where they are kept. */
export const MOST_FAVORITES = 200;

/** The list with the number starred or not; undefined where there is no room for one more. */
export function withFavorite(
    ids: readonly NumberId[],
    numberId: NumberId,
    isFavorite: boolean
): readonly NumberId[] | undefined {
    const others = ids.filter((id) => id !== numberId);
    if (!isFavorite) {
        return others;
    }
    return others.length < MOST_FAVORITES ? [...others, numberId] : undefined;
}

/** The numbers of these ids, in their order; ids of numbers that are not available are left out. */
export function numbersOf(
    ids: Iterable<NumberId>,
    numbers: readonly CallbackNumber[]
): CallbackNumber[] {
    const byId = new Map(numbers.map((number) => [number.id, number]));
    return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

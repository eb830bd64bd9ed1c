/** Where the members of each group stand in the list, so that answers can be put back in order. */
export function placesBy<T>(list: readonly T[], keyOf: (one: T) => string): number[][] {
    const places = new Map<string, number[]>();
    list.forEach((one, place) => {
        const key = keyOf(one);
        const known = places.get(key);
        if (known) {
            known.push(place);
        } else {
            places.set(key, [place]);
        }
    });
    return [...places.values()];
}

/** Three-valued logic: null is what a blank made it impossible to say. */

/** False as soon as one is; else unknown when one is. */
export function all(count: number, truth: (index: number) => boolean | null): boolean | null {
    let answer: boolean | null = true;
    for (let index = 0; index < count; index += 1) {
        const one = truth(index);
        if (one === false) return false;
        if (one === null) answer = null;
    }
    return answer;
}

/** True as soon as one is; else unknown when one is. */
export function any(count: number, truth: (index: number) => boolean | null): boolean | null {
    return negation(all(count, (index) => negation(truth(index))));
}

export function negation(truth: boolean | null): boolean | null {
    return truth === null ? null : !truth;
}

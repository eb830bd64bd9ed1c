import type { Word } from './scan.ts';

/** Finds where the names of a query stand: asked for in the order of the text, it only moves on. */
export class WordCursor {
    readonly #words: readonly Word[];
    #next = 0;

    constructor(words: readonly Word[]) {
        this.#words = words;
    }

    /** Offset of the next word that reads so, in whatever case. */
    pass(text: string): number {
        const wanted = text.toLowerCase();
        return this.#passFirst((word) => word === wanted);
    }

    /** Offset of a name that may be written with others before it: `Contacts` in `a.Contacts`. */
    passEnding(text: string): number {
        const wanted = text.toLowerCase();
        return this.#passFirst((word) => word === wanted || word.endsWith(`.${wanted}`));
    }

    /** Where the cursor stands now. */
    get at(): number {
        return this.#words[Math.max(0, this.#next - 1)]?.at ?? 0;
    }

    /** A word that is not there, say a number within a function, leaves the cursor where it is. */
    #passFirst(fits: (word: string) => boolean): number {
        for (let index = this.#next; index < this.#words.length; index += 1) {
            if (fits(this.#words[index].text.toLowerCase())) {
                this.#next = index + 1;
                return this.#words[index].at;
            }
        }
        return this.at;
    }
}

/**
 * Finds every prefix of a number among any number of prefixes: a trie over digits in one typed
 * array. The cost of a look-up depends on the length of the number, not on how many prefixes
 * there are.
 *
 * A node is `WIDTH` slots: one for each digit, and one for what ends at the node. A slot holds 0
 * (nothing), a positive node number, or a negative entry. An entry stands as high in the trie as
 * no other needs its place, and keeps its whole prefix to be compared with; that makes a million
 * prefixes some 25 MB in which a look-up touches a handful of places.
 */
const WIDTH = 11;
const ENDS_HERE = 10;
const ZERO = 48;

export class PrefixIndex {
    private slots = new Int32Array(WIDTH * 64);
    private nodes = 1;
    /** By entry: its prefix with `+` as a leading 1, exact in a double; so a longer prefix is a larger number. */
    private packed = new Float64Array(64);
    /** Entries with the same prefix: from one to the one before it. */
    private readonly same = new Map<number, number>();
    private count = 0;

    /** How many entries were added. */
    get size(): number {
        return this.count;
    }

    /** @param prefix `+` and 1 to 15 digits @param entry the caller's number for it, 0 or more */
    add(prefix: string, entry: number): void {
        this.count++;
        const packed = pack(prefix);
        this.keep(entry, packed);
        let node = 0;
        for (let i = 1; i < prefix.length; i++) {
            const slot = node * WIDTH + prefix.charCodeAt(i) - ZERO;
            const found = this.slots[slot];
            if (found === 0 || (found < 0 && this.packed[toEntry(found)] === packed)) {
                this.put(slot, entry);
                return;
            }
            node = found > 0 ? found : this.pushDown(slot, i);
        }
        this.put(node * WIDTH + ENDS_HERE, entry);
    }

    /** Entries whose prefix the number starts with. @param number E.164 */
    find(number: string): number[] {
        const { slots } = this;
        const entries: number[] = [];
        let node = 0;
        let read = 1;
        for (let i = 1; i < number.length; i++) {
            const digit = number.charCodeAt(i) - ZERO;
            read = read * 10 + digit;
            const found = slots[node * WIDTH + digit];
            if (found > 0) {
                node = found;
                this.collect(slots[node * WIDTH + ENDS_HERE], entries);
                continue;
            }
            if (found < 0) {
                const wanted = this.packed[toEntry(found)];
                while (read < wanted && ++i < number.length) {
                    read = read * 10 + number.charCodeAt(i) - ZERO;
                }
                if (read === wanted) {
                    this.collect(found, entries);
                }
            }
            break;
        }
        return entries;
    }

    private collect(found: number, entries: number[]): void {
        if (found === 0) {
            return;
        }
        let entry: number | undefined = toEntry(found);
        entries.push(entry);
        // Nearly every prefix stands alone; the map is asked only where any two are the same.
        while (this.same.size > 0 && (entry = this.same.get(entry)) !== undefined) {
            entries.push(entry);
        }
    }

    private put(slot: number, entry: number): void {
        const found = this.slots[slot];
        if (found !== 0) {
            this.same.set(entry, toEntry(found));
        }
        this.slots[slot] = -entry - 1;
    }

    /** Makes room for two: the entry in the slot moves one digit down, into a node of its own. */
    private pushDown(slot: number, depth: number): number {
        const found = this.slots[slot];
        const node = this.nodes++;
        if (this.nodes * WIDTH > this.slots.length) {
            this.slots = enlarge(new Int32Array(this.slots.length * 2), this.slots);
        }
        const digits = String(this.packed[toEntry(found)]);
        const place = digits.length === depth + 1 ? ENDS_HERE : digits.charCodeAt(depth + 1) - ZERO;
        this.slots[slot] = node;
        this.slots[node * WIDTH + place] = found;
        return node;
    }

    private keep(entry: number, packed: number): void {
        if (entry >= this.packed.length) {
            const length = Math.max(entry + 1, this.packed.length * 2);
            this.packed = enlarge(new Float64Array(length), this.packed);
        }
        this.packed[entry] = packed;
    }
}

function pack(prefix: string): number {
    return Number(`1${prefix.slice(1)}`);
}

function toEntry(found: number): number {
    return -found - 1;
}

function enlarge<Numbers extends Int32Array | Float64Array>(larger: Numbers, from: Numbers) {
    larger.set(from);
    return larger;
}

/**
 * Finds every prefix of a number among any number of prefixes: a trie over digits in one typed
 * array. The cost of a look-up depends on the length of the number, not on how many prefixes
 * there are.
 *
 * A node is `WIDTH` slots: one for each digit, and one for what ends at the node. A digit's slot
 * holds 0 (nothing), a positive node number, or a negative entry where no longer prefix follows:
 * leaves need no node, which keeps a million prefixes at some 15 MB. Entries are numbered by the
 * caller, from 0; those with the same prefix are chained through `next`.
 */
const WIDTH = 11;
const ENDS_HERE = 10;
const NONE = -1;
const ZERO = 48;

export class PrefixIndex {
    private slots = new Int32Array(WIDTH * 64);
    private nodes = 1;
    private readonly next = new Map<number, number>();
    private count = 0;

    /** How many entries were added. */
    get size(): number {
        return this.count;
    }

    /** @param prefix `+` and digits @param entry the caller's number for it, 0 or more */
    add(prefix: string, entry: number): void {
        this.count++;
        let slot = 0;
        let node = 0;
        for (let i = 1; i < prefix.length; i++) {
            slot = node * WIDTH + prefix.charCodeAt(i) - ZERO;
            if (i < prefix.length - 1) {
                node = this.nodeAt(slot);
            }
        }
        const found = this.slots[slot];
        this.put(found > 0 ? found * WIDTH + ENDS_HERE : slot, entry);
    }

    /** Entries whose prefix the number starts with, from the shortest prefix to the longest. */
    find(number: string): number[] {
        const slots = this.slots;
        const entries: number[] = [];
        let node = 0;
        for (let i = 1; i < number.length; i++) {
            const found = slots[node * WIDTH + number.charCodeAt(i) - ZERO];
            if (found <= 0) {
                this.collect(found, entries);
                return entries;
            }
            node = found;
            this.collect(slots[node * WIDTH + ENDS_HERE], entries);
        }
        return entries;
    }

    private collect(slotValue: number, entries: number[]): void {
        if (slotValue === 0) {
            return;
        }
        let entry = toEntry(slotValue);
        entries.push(entry);
        // Nearly every prefix stands alone; the map is asked only where any two are the same.
        while (this.next.size > 0 && (entry = this.next.get(entry) ?? NONE) !== NONE) {
            entries.push(entry);
        }
    }

    /** The node behind a slot; a leaf found there moves into the new node. */
    private nodeAt(slot: number): number {
        const found = this.slots[slot];
        if (found > 0) {
            return found;
        }
        const node = this.nodes++;
        if (this.nodes * WIDTH > this.slots.length) {
            const larger = new Int32Array(this.slots.length * 2);
            larger.set(this.slots);
            this.slots = larger;
        }
        this.slots[slot] = node;
        this.slots[node * WIDTH + ENDS_HERE] = found;
        return node;
    }

    private put(slot: number, entry: number): void {
        const found = this.slots[slot];
        if (found !== 0) {
            this.next.set(entry, toEntry(found));
        }
        this.slots[slot] = -entry - 1;
    }
}

function toEntry(slotValue: number): number {
    return -slotValue - 1;
}

import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from './store.ts';

let store: Store;
afterEach(() => store.close());

function open(): Store {
    store = openStore(':memory:');
    store.exec('CREATE TABLE word (text TEXT PRIMARY KEY)');
    return store;
}

const words = () => store.all('SELECT text FROM word ORDER BY text').map((row) => row.text);
const add = (text: string) => store.run('INSERT INTO word VALUES (?)', [text]);

describe('a store', () => {
    it('keeps what a transaction wrote and gives back what it returned', () => {
        open();
        expect(store.transaction(() => add('yes'))).toBe(1);
        expect(words()).toEqual(['yes']);
    });

    it('undoes a transaction that throws', () => {
        open();
        expect(() =>
            store.transaction(() => {
                add('no');
                throw new Error('stop');
            })
        ).toThrow('stop');
        expect(words()).toEqual([]);
        expect(store.inTransaction).toBe(false);
    });

    it('undoes only the inner one of two transactions when only that one throws', () => {
        open();
        store.transaction(() => {
            add('outer');
            try {
                store.transaction(() => {
                    add('inner');
                    throw new Error('stop');
                });
            } catch {
                // The outer one goes on.
            }
            expect(store.inTransaction).toBe(true);
        });
        expect(words()).toEqual(['outer']);
    });

    it('can use a statement again after it failed', () => {
        open();
        add('once');
        expect(() => add('once')).toThrow(/UNIQUE/);
        expect(() => add('once')).toThrow(/UNIQUE/);
        expect(add('twice')).toBe(1);
    });

    it('reads the first rows and says whether there are more', () => {
        open();
        ['a', 'b', 'c'].forEach(add);
        const first = (count: number) => {
            const { rows, more } = store.some('SELECT text FROM word ORDER BY text', [], count);
            return { words: rows.map((row) => row.text), more };
        };
        expect(first(2)).toEqual({ words: ['a', 'b'], more: true });
        expect(first(3)).toEqual({ words: ['a', 'b', 'c'], more: false });
        // Nothing is left open that would keep the table from being dropped.
        store.exec('DROP TABLE word');
    });

    it('never cuts a text off at a NUL character', () => {
        open();
        add('a');
        expect(store.all('SELECT text FROM word WHERE text = ?', ['a\0b'])).toEqual([]);
    });

    it('works with more different statements than it keeps', () => {
        open();
        for (let n = 0; n < 1_000; n += 1) {
            expect(store.first(`SELECT ${n} AS n`)).toEqual({ n });
        }
    });
});

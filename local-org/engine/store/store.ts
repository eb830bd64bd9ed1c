import sqlite, { type Database, type SQLiteValue, type Statement } from 'node-sqlite3-wasm';
import { ownFile } from './fileOwner.ts';

/** What a column holds; booleans are 0 and 1. */
export type Stored = string | number | null;
export type StoredRow = Record<string, Stored>;

/** The SQLite file of the org. Everything is synchronous, so a transaction is a plain function. */
export interface Store {
    /** All rows of a query. Parameters are bound, never spliced. */
    all(sql: string, params?: readonly Stored[]): StoredRow[];
    first(sql: string, params?: readonly Stored[]): StoredRow | undefined;
    /** At most `count` rows, and whether there are more. */
    some(
        sql: string,
        params: readonly Stored[],
        count: number
    ): { rows: StoredRow[]; more: boolean };
    /** All rows of a statement that will hardly come again: prepared and let go. */
    once(sql: string, params?: readonly Stored[]): StoredRow[];
    /** @returns how many rows changed */
    run(sql: string, params?: readonly Stored[]): number;
    /** Statements without parameters, several at once; not cached. */
    exec(sql: string): void;
    /** Committed when `work` returns, undone when it throws; a transaction inside another is a savepoint. */
    transaction<T>(work: () => T): T;
    readonly inTransaction: boolean;
    close(): void;
}

const CACHED_STATEMENTS = 400;

/**
 * @param file path of the SQLite file, or `:memory:`
 * @throws OrgError ORG_IN_USE when another process has the file open
 */
export function openStore(file: string): Store {
    const inMemory = file === ':memory:';
    const release = inMemory ? () => {} : ownFile(file);
    let db: Database;
    try {
        db = new sqlite.Database(file);
        configure(db, inMemory);
    } catch (error) {
        release();
        throw error;
    }
    const statements = new StatementCache(db);
    let depth = 0;

    return {
        all: (sql, params = []) =>
            statements.use(sql, (statement) => statement.all(bound(params)) as StoredRow[]),
        first: (sql, params = []) =>
            // all()[0] rather than get(): get() leaves the statement in the middle of its rows.
            statements.use(sql, (statement) => statement.all(bound(params))[0] as StoredRow),
        some: (sql, params, count) =>
            statements.useOrDrop(sql, (statement) => firstRows(statement, bound(params), count)),
        once: (sql, params = []) =>
            statements.once(sql, (statement) => statement.all(bound(params)) as StoredRow[]),
        run: (sql, params = []) =>
            statements.use(sql, (statement) => statement.run(bound(params)).changes),
        exec: (sql) => db.exec(sql),
        transaction: (work) => {
            const [begin, commit, rollBack] = transactionWords(depth);
            db.exec(begin);
            depth += 1;
            try {
                const result = work();
                db.exec(commit);
                return result;
            } catch (error) {
                // SQLite rolls back on its own when, say, the disk is full.
                if (db.inTransaction) db.exec(rollBack);
                throw error;
            } finally {
                depth -= 1;
            }
        },
        get inTransaction() {
            return depth > 0;
        },
        close: () => {
            if (!db.isOpen) return;
            statements.clear();
            db.close();
            release();
        }
    };
}

/**
 * Write-ahead logging with synchronous=NORMAL: a commit has been handed to the operating system
 * when it returns, so a killed process loses nothing; a power cut may lose the last commits but
 * never corrupts the file. EXCLUSIVE must come first: only then does WAL work without shared
 * memory, which the WebAssembly driver does not have.
 */
function configure(db: Database, inMemory: boolean): void {
    if (!inMemory) {
        db.exec('PRAGMA locking_mode = EXCLUSIVE');
        db.exec('PRAGMA journal_mode = WAL');
        db.exec('PRAGMA synchronous = NORMAL');
    }
    db.exec('PRAGMA cache_size = -32000');
    db.exec('PRAGMA temp_store = MEMORY');
}

function transactionWords(depth: number): readonly [string, string, string] {
    if (depth === 0) return ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'];
    const name = `level${depth}`;
    return [`SAVEPOINT ${name}`, `RELEASE ${name}`, `ROLLBACK TO ${name}; RELEASE ${name}`];
}

/** The driver cuts texts off at a NUL character; a replacement character keeps them different. */
function bound(params: readonly Stored[]): SQLiteValue[] {
    return params.map((value) =>
        typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
    );
}

function firstRows(statement: Statement, params: SQLiteValue[], count: number) {
    const rows: StoredRow[] = [];
    for (const row of statement.iterate(params)) {
        if (rows.length === count) return { rows, more: true };
        rows.push(row as StoredRow);
    }
    return { rows, more: false };
}

/** Prepared statements by their text, the least recently used finalized first. */
class StatementCache {
    readonly #db: Database;
    readonly #statements = new Map<string, Statement>();

    constructor(db: Database) {
        this.#db = db;
    }

    use<T>(sql: string, work: (statement: Statement) => T): T {
        const statement = this.#take(sql);
        try {
            const result = work(statement);
            this.#keep(sql, statement);
            return result;
        } catch (error) {
            finalize(statement);
            throw error;
        }
    }

    /** For a statement that may be left before its last row, where it would hold its read open. */
    useOrDrop<T extends { more: boolean }>(sql: string, work: (statement: Statement) => T): T {
        const statement = this.#take(sql);
        let finished = false;
        try {
            const result = work(statement);
            finished = !result.more;
            return result;
        } finally {
            if (finished) this.#keep(sql, statement);
            else finalize(statement);
        }
    }

    once<T>(sql: string, work: (statement: Statement) => T): T {
        const statement = this.#db.prepare(sql);
        try {
            return work(statement);
        } finally {
            finalize(statement);
        }
    }

    /** Out of the cache while it is used: whatever runs meanwhile gets another one. */
    #take(sql: string): Statement {
        const statement = this.#statements.get(sql);
        if (!statement) return this.#db.prepare(sql);
        this.#statements.delete(sql);
        return statement;
    }

    #keep(sql: string, statement: Statement): void {
        const other = this.#statements.get(sql);
        if (other) finalize(other);
        this.#statements.set(sql, statement);
        if (this.#statements.size <= CACHED_STATEMENTS) return;
        const [oldest, unused] = this.#statements.entries().next().value!;
        this.#statements.delete(oldest);
        finalize(unused);
    }

    clear(): void {
        for (const statement of this.#statements.values()) finalize(statement);
        this.#statements.clear();
    }
}

/** A statement whose last run failed reports that failure once more when it is finalized. */
function finalize(statement: Statement): void {
    try {
        statement.finalize();
    } catch {
        // Reported already by the run.
    }
}

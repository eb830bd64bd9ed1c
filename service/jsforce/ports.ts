import type { Connection } from 'jsforce';
import type { OrgPorts } from '../ports.ts';
import { createDecisionLog } from './decisionLog.ts';
import { createDirectoryChanges } from './directoryChanges.ts';
import { createDirectorySource } from './directorySource.ts';
import { createEntryReader } from './entryReader.ts';
import { createNumberSelector } from './numberSelector.ts';
import { createPreferenceStore } from './preferenceStore.ts';
import { createRecordReader } from './recordReader.ts';

export interface JsforcePortsOptions {
    /** Milliseconds a dial waits for a custom selector. */
    readonly selectorTimeoutMs?: number;
    /** Milliseconds a dial waits for a record. */
    readonly recordTimeoutMs?: number;
    /** Milliseconds between two looks for changes of the directory; 0: none. */
    readonly changesEveryMs?: number;
    /** Told of what went wrong without stopping anything: a row left out, a read that failed. */
    readonly onWarning?: (message: string) => void;
}

const DEFAULTS = { selectorTimeoutMs: 1_500, recordTimeoutMs: 1_500, changesEveryMs: 15_000 };

/** The oldest version with everything that is asked for here. */
const OLDEST_VERSION = 60;

/**
 * Every port over one connection to an org.
 * @throws Error for a connection that speaks too old a version of the API
 */
export function jsforcePorts(connection: Connection, options: JsforcePortsOptions = {}): OrgPorts {
    if (Number(connection.version) < OLDEST_VERSION) {
        throw new Error(
            `The connection speaks version ${connection.version} of the Salesforce API (50.0 is jsforce's default). ` +
                `Open it with { version: '66.0' }.`
        );
    }
    const { selectorTimeoutMs, recordTimeoutMs, changesEveryMs, onWarning } = {
        ...DEFAULTS,
        ...options
    };
    return {
        directory: createDirectorySource(connection, onWarning),
        records: createRecordReader(connection, recordTimeoutMs, onWarning),
        selector: createNumberSelector(connection, selectorTimeoutMs, onWarning),
        preferences: createPreferenceStore(connection),
        entries: createEntryReader(connection, recordTimeoutMs),
        log: createDecisionLog(connection),
        ...(changesEveryMs > 0 && {
            changes: createDirectoryChanges(connection, changesEveryMs)
        })
    };
}

import type { Connection } from 'jsforce';
import type { OrgPorts } from '../ports.ts';
import { createDecisionLog } from './decisionLog.ts';
import { createDirectorySource } from './directorySource.ts';
import { createNumberSelector } from './numberSelector.ts';
import { createPreferenceStore } from './preferenceStore.ts';
import { createRecordReader } from './recordReader.ts';

export interface JsforcePortsOptions {
    /** Milliseconds a dial waits for a custom selector. */
    readonly selectorTimeoutMs?: number;
    /** Milliseconds a dial waits for a record. */
    readonly recordTimeoutMs?: number;
    /** Told of what went wrong without stopping anything: a row left out, a read that failed. */
    readonly onWarning?: (message: string) => void;
}

const DEFAULTS = { selectorTimeoutMs: 1_500, recordTimeoutMs: 1_500 };

/** Every port over one connection to an org. */
export function jsforcePorts(connection: Connection, options: JsforcePortsOptions = {}): OrgPorts {
    const { selectorTimeoutMs, recordTimeoutMs, onWarning } = { ...DEFAULTS, ...options };
    return {
        directory: createDirectorySource(connection, onWarning),
        records: createRecordReader(connection, recordTimeoutMs, onWarning),
        selector: createNumberSelector(connection, selectorTimeoutMs, onWarning),
        preferences: createPreferenceStore(connection),
        log: createDecisionLog(connection)
    };
}

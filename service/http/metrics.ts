import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallRefusal } from '../telephony/port.ts';
import type { CallbackNumberService, DecisionAnswer } from '../types.ts';

/** Figures that the layers below keep; each is asked for when the metrics are read. */
export interface MetricSources {
    /** Decisions that wait to be written to Salesforce. */
    readonly logQueue?: () => number;
    /** Decisions that were given up, since the start. */
    readonly logRefused?: () => number;
    /** Requests sent to Salesforce since the start, by kind. */
    readonly orgRequests?: () => Readonly<Record<string, number>>;
}

export interface Metrics {
    decided(answer: DecisionAnswer): void;
    /** A call that was decided, and that the telephony did not make. */
    refused(refusal: CallRefusal): void;
    /** A dial that could not be decided, by problem code. */
    undecided(code: string): void;
    answered(method: string, route: string, status: number, seconds: number): void;
    /** What a dial of the softphone waited for, part by part. */
    dialTook(part: DialPart, seconds: number): void;
    text(): Promise<string>;
    readonly contentType: string;
}

/** Deciding, and handing the call to the telephony. */
export type DialPart = 'decision' | 'telephony';

const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const PREFIX = 'callback_numbers_';

/** Every instance has a registry of its own, so that two servers in one process do not mix. */
export function createMetrics(service: CallbackNumberService, sources: MetricSources): Metrics {
    const registry = new Registry();
    const registers = [registry];
    collectDefaultMetrics({ register: registry });

    const decided = new Map<string, { answer: DecisionAnswer; count: number }>();
    new Counter({
        name: `${PREFIX}decisions_total`,
        help: 'Decisions by outcome, source and error code',
        labelNames: ['outcome', 'source', 'error_code', 'channel'],
        registers,
        // Counted by one look into a map and turned into labels when somebody reads them.
        collect() {
            this.reset();
            for (const { answer, count } of decided.values()) {
                this.inc(labelsOf(answer), count);
            }
        }
    });
    const refusals = new Counter({
        name: `${PREFIX}calls_refused_total`,
        help: 'Calls that were decided and that the telephony did not make, by code',
        labelNames: ['code'],
        registers
    });
    const problems = new Counter({
        name: `${PREFIX}undecided_total`,
        help: 'Dials that could not be decided, by problem code',
        labelNames: ['code'],
        registers
    });
    const durations = new Histogram({
        name: `${PREFIX}http_request_seconds`,
        help: 'Time to answer',
        labelNames: ['method', 'route', 'status'],
        buckets: BUCKETS,
        registers
    });
    const dialParts = new Histogram({
        name: `${PREFIX}softphone_dial_seconds`,
        help: 'What a dial of the softphone waited for, by part',
        labelNames: ['part'],
        buckets: BUCKETS,
        registers
    });
    directoryGauges(service, registers);
    sourceGauges(sources, registers);

    return {
        decided(answer) {
            const key =
                answer.channel +
                (answer.outcome === 'presented' ? answer.source : answer.errorCode);
            const known = decided.get(key);
            if (known === undefined) {
                decided.set(key, { answer, count: 1 });
            } else {
                known.count += 1;
            }
        },
        refused: ({ code }) => refusals.inc({ code }),
        undecided: (code) => problems.inc({ code }),
        answered: (method, route, status, seconds) =>
            durations.observe({ method, route, status }, seconds),
        dialTook: (part, seconds) => dialParts.observe({ part }, seconds),
        text: () => registry.metrics(),
        contentType: registry.contentType
    };
}

function labelsOf(answer: DecisionAnswer) {
    const presented = answer.outcome === 'presented';
    return {
        outcome: answer.outcome,
        source: presented ? answer.source : '',
        error_code: presented ? '' : answer.errorCode,
        channel: answer.channel
    };
}

function directoryGauges(service: CallbackNumberService, registers: Registry[]): void {
    new Gauge({
        name: `${PREFIX}directory_rows`,
        help: 'What the directory holds, by kind',
        labelNames: ['kind'],
        registers,
        collect() {
            const status = statusOf(service);
            for (const kind of ['numbers', 'agents', 'assignments', 'rules'] as const) {
                this.set({ kind }, status?.[kind] ?? 0);
            }
        }
    });
    new Gauge({
        name: `${PREFIX}directory_age_seconds`,
        help: 'Time since the directory was read; NaN before the first time',
        registers,
        collect() {
            const status = statusOf(service);
            this.set(status ? (Date.now() - Date.parse(status.loadedAt)) / 1000 : NaN);
        }
    });
    new Gauge({
        name: `${PREFIX}directory_reload_failed`,
        help: '1 while the last reload failed and the directory before it is in use',
        registers,
        collect() {
            const status = statusOf(service);
            this.set(status !== undefined && status.lastError === undefined ? 0 : 1);
        }
    });
}

function sourceGauges(sources: MetricSources, registers: Registry[]): void {
    const { logQueue, logRefused, orgRequests } = sources;
    if (logQueue) {
        gauge('log_queue', 'Decisions that wait to be written to Salesforce', logQueue);
    }
    if (logRefused) {
        gauge('log_refused', 'Decisions given up on, since the start', logRefused);
    }
    if (orgRequests) {
        new Gauge({
            name: `${PREFIX}org_requests`,
            help: 'Requests sent to Salesforce since the start, by kind',
            labelNames: ['kind'],
            registers,
            collect() {
                for (const [kind, count] of Object.entries(orgRequests())) {
                    this.set({ kind }, count);
                }
            }
        });
    }

    function gauge(name: string, help: string, value: () => number): void {
        new Gauge({
            name: `${PREFIX}${name}`,
            help,
            registers,
            collect() {
                this.set(value());
            }
        });
    }
}

/** Undefined before the first load. */
function statusOf(service: CallbackNumberService) {
    try {
        return service.status();
    } catch {
        return undefined;
    }
}

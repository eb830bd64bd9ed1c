import { reduceErrors } from 'c/callbackErrors';
import { idsIn, traceOf, type ShownTrace } from 'c/callbackLogReason';
import { readNames, readTrace, type Ask } from 'c/callbackSetupData';

const NO_NAMES = {};

/** The chain of reasons of a decision, with names as they are now. */
export async function readReasons(ask: Ask, id: string): Promise<ShownTrace> {
    try {
        const trace = traceOf(await readTrace(ask, id));
        if (trace.kind !== 'steps') {
            return { trace, names: NO_NAMES };
        }
        const { numberIds, ruleIds } = idsIn(trace.steps);
        // Without names the ids stand for themselves.
        const names = await readNames(ask, numberIds, ruleIds).catch(() => NO_NAMES);
        return { trace, names };
    } catch (errors) {
        return { errors: reduceErrors(errors) };
    }
}

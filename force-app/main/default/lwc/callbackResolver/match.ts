import type { ErrorCode, TraceStep } from './codes';
import type { Directory } from './directory';
import { matchDialList } from './matchDialList';
import { matchRecordField } from './matchRecordField';
import { matchSelector } from './matchSelector';
import type { Dial, Facts, Need, NumberId, Rule } from './types';

/** What one rule says to one dial. */
export type Match =
    /** It picks this number; whether the agent may present it is not its business. */
    | { readonly kind: 'picks'; readonly numberId: NumberId }
    | { readonly kind: 'passes'; readonly step: TraceStep }
    | {
          readonly kind: 'blocks';
          readonly errorCode: ErrorCode;
          readonly step: TraceStep;
          readonly message?: string;
      }
    /** It cannot say before this is known. */
    | { readonly kind: 'needs'; readonly need: Need };

/** The one place that knows all rule types; a new type is one more case and one more `match…` file. */
export function matchRule(rule: Rule, dial: Dial, facts: Facts, directory: Directory): Match {
    switch (rule.type) {
        case 'numberPrefix':
            // Only rules whose prefix was found in the index are ever asked.
            return { kind: 'picks', numberId: rule.numberId };
        case 'recordField':
            return matchRecordField(rule, dial, facts);
        case 'dialList':
            return matchDialList(rule, dial, facts, directory);
        case 'customSelector':
            return matchSelector(rule, facts, directory);
    }
}

import type { Operator, Rule } from '../callbackResolver';
import type { DialListName, GroupName, NumberName } from './decisionTable';

interface SketchOptions {
    readonly priority?: number;
    readonly active?: boolean;
    readonly channel?: Rule['channel'];
    readonly group?: GroupName;
}

/** A rule by names; its own name says what it does. */
export type RuleSketch = SketchOptions & { readonly name: string } & (
        | { readonly type: 'numberPrefix'; readonly prefix: string; readonly number: NumberName }
        | {
              readonly type: 'recordField';
              readonly objectApiName: string;
              readonly field: string;
              readonly operator: Operator;
              readonly value?: string;
              readonly number: NumberName;
          }
        | { readonly type: 'dialList'; readonly list?: DialListName; readonly number?: NumberName }
        | { readonly type: 'customSelector'; readonly selector: string }
    );

export function prefix(text: string, number: NumberName, options: SketchOptions = {}): RuleSketch {
    return { name: text, type: 'numberPrefix', prefix: text, number, ...options };
}

export function contactField(
    field: string,
    operator: Operator,
    value: string | undefined,
    number: NumberName,
    options: SketchOptions = {}
): RuleSketch {
    return { ...otherObjectField('Contact', field, operator, value, number), ...options };
}

export function otherObjectField(
    objectApiName: string,
    field: string,
    operator: Operator,
    value: string | undefined,
    number: NumberName
): RuleSketch {
    const name = [field, operator, value].filter(Boolean).join(' ');
    return { name, type: 'recordField', objectApiName, field, operator, value, number };
}

export function dialList(list: DialListName | 'any', number: NumberName | 'its own'): RuleSketch {
    return {
        name: `list ${list}`,
        type: 'dialList',
        ...(list !== 'any' && { list }),
        ...(number !== 'its own' && { number })
    };
}

export function selector(action: string): RuleSketch {
    return { name: action, type: 'customSelector', selector: action };
}

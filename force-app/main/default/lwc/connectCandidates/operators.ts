import blank from '@salesforce/label/c.Callback_Lists_Op_Blank';
import contains from '@salesforce/label/c.Callback_Lists_Op_Contains';
import equals from '@salesforce/label/c.Callback_Lists_Op_Equals';
import greater from '@salesforce/label/c.Callback_Lists_Op_Greater';
import less from '@salesforce/label/c.Callback_Lists_Op_Less';
import notBlank from '@salesforce/label/c.Callback_Lists_Op_Not_Blank';
import notEquals from '@salesforce/label/c.Callback_Lists_Op_Not_Equals';
import startsWith from '@salesforce/label/c.Callback_Lists_Op_Starts';

export type OperatorCode =
    'equals' | 'notEquals' | 'contains' | 'startsWith' | 'greater' | 'less' | 'blank' | 'notBlank';

const LABELS: Readonly<Record<OperatorCode, string>> = {
    equals,
    notEquals,
    contains,
    startsWith,
    greater,
    less,
    blank,
    notBlank
};

export function operatorLabel(code: OperatorCode): string {
    return LABELS[code];
}

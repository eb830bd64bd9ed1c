import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { phoneFieldsOf } from 'c/callbackData';
import type { Choice, FieldChoice } from 'c/connectCandidates';
import { operatorsOf } from 'c/connectData';

const NUMBERS = ['Double', 'Currency', 'Percent', 'Int', 'Long'];

/** The fields of an object that a filter can ask about, by label. */
export function fieldChoices({ fields }: ObjectInfo): readonly FieldChoice[] {
    return Object.values(fields)
        .map(({ apiName, label, dataType }) => ({
            value: apiName,
            label,
            operators: operatorsOf(dataType),
            input: inputOf(dataType)
        }))
        .filter(({ operators }) => operators.length > 0)
        .sort((one, other) => one.label.localeCompare(other.label));
}

export function phoneChoices(info: ObjectInfo): readonly Choice[] {
    return phoneFieldsOf(info).map(({ apiName, label }) => ({ value: apiName, label }));
}

function inputOf(dataType: string): FieldChoice['input'] {
    if (dataType === 'Boolean') {
        return 'yesNo';
    }
    if (NUMBERS.includes(dataType)) {
        return 'number';
    }
    return dataType === 'Date' || dataType === 'DateTime' ? 'date' : 'text';
}

import { phonesOf as filledIn, type AgentView, type PhoneField } from 'c/callbackData';
import type { RecordRepresentation } from 'lightning/uiRecordApi';

/** One number that can be dialled from the record. */
export interface Phone {
    /** E.164 where it is a full telephone number, else as it stands. */
    readonly number: string;
    readonly value: string;
    readonly label: string;
}

/** Fields that hold the same number are one phone. */
export function phonesOf(
    agent: AgentView,
    fields: readonly PhoneField[],
    record: RecordRepresentation
): Phone[] {
    const phones = new Map<string, Phone>();
    for (const { number: value, label } of filledIn(record, fields)) {
        const number = agent.readNumber(value);
        const same = phones.get(number);
        phones.set(
            number,
            same ? { ...same, label: `${same.label}, ${label}` } : { number, value, label }
        );
    }
    return [...phones.values()];
}

/** An id of 15 characters and its form of 18 are one id. */
export function sameRecord(one = '', other = ''): boolean {
    return one.slice(0, 15) === other.slice(0, 15);
}

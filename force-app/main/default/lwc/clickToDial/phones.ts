import { choiceToParams } from 'c/callbackChoice';
import { phonesOf as filledIn, type AgentView, type PhoneField } from 'c/callbackData';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import type { DialRow } from 'c/clickToDialNumber';
import { secondsLeft, standing, type Choices } from './choices';
import type { Outlook } from './outlooks';

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

export function rowsOf(
    recordId: string,
    phones: readonly Phone[],
    outlooks: ReadonlyMap<string, Outlook>,
    choices: Choices,
    now: number
): DialRow[] {
    return phones.map((phone) => {
        const choice = choices.get(phone.number);
        const chosen = standing(choices, phone.number);
        return {
            ...phone,
            ...(outlooks.get(phone.number) ?? { decision: null }),
            recordId,
            params: chosen && choiceToParams(chosen),
            secondsLeft: chosen && secondsLeft(chosen, now),
            past: typeof choice === 'string' ? choice : undefined
        };
    });
}

/** An id of 15 characters and its form of 18 are one id. */
export function sameRecord(one: string, other = ''): boolean {
    return one.slice(0, 15) === other.slice(0, 15);
}

import type { ActionInput, ActionOutput, LocalOrg } from '../../local-org/index.ts';
import {
    callbackByLoyalty,
    pickCallbackNumber,
    type LoyaltyContact,
    type SelectorAnswer
} from './sampleSelectors.ts';

/**
 * Puts the two custom selectors of the sample rules into an embedded org, as the flow and the
 * Apex action a customer would have there. They run with the rights of nobody in particular, as
 * such automations usually do.
 */
export function registerSampleActions({ actions, engine }: LocalOrg): void {
    actions.register('flow', 'Pick_Callback_Number', (inputs) =>
        inputs.map(({ number }) => output(pickCallbackNumber(text(number))))
    );
    actions.register('apex', 'CallbackByLoyalty', (inputs) =>
        inputs.map((input) => output(callbackByLoyalty(contactOf(engine, input))))
    );
}

function contactOf(
    engine: LocalOrg['engine'],
    { recordId, objectApiName }: ActionInput
): LoyaltyContact | undefined {
    const id = text(recordId);
    if (text(objectApiName) !== 'Contact' || !/^[a-zA-Z0-9]{15,18}$/.test(id)) return undefined;
    const { records } = engine
        .systemSession()
        .query(`SELECT Name, Description, DoNotCall FROM Contact WHERE Id = '${id}'`);
    return records[0] as unknown as LoyaltyContact | undefined;
}

/** Output names as the service reads them. */
function output(answer: SelectorAnswer): ActionOutput {
    return 'refusal' in answer
        ? { errorMessage: answer.refusal }
        : { callbackNumber: answer.number };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

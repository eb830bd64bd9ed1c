/**
 * What the two custom selectors of the sample data answer. In a Salesforce org they would be a
 * flow and an Apex class of the customer's; here they are the same logic as plain functions.
 */

/** Where the selectors of the sample rules have nothing to say, they answer null. */
export type SelectorAnswer =
    | { readonly number: string | null }
    /** The call is not to be made; the words are for the agent. */
    | { readonly refusal: string };

/** `flow:Pick_Callback_Number`: which office looks after a country without rules of its own. */
const OFFICE_BY_COUNTRY_CODE: Readonly<Record<string, string>> = {
    '+41': '+498999998130',
    '+43': '+498999998130',
    '+32': '+33199000110',
    '+352': '+33199000110',
    '+45': '+46846500410',
    '+47': '+46846500410',
    '+358': '+46846500410',
    // The Dublin line is ordered, but nobody has added it to the callback numbers yet.
    '+353': '+353209100130'
};

/** @param dialedNumber E.164, or as dialled where it is no full telephone number */
export function pickCallbackNumber(dialedNumber: string): SelectorAnswer {
    const code = Object.keys(OFFICE_BY_COUNTRY_CODE).find((prefix) =>
        dialedNumber.startsWith(prefix)
    );
    return { number: code ? OFFICE_BY_COUNTRY_CODE[code] : null };
}

const GOLD_MEMBERS_DESK = '+442079460150';

/** The contact dialled from, as far as the loyalty programme looks at it. */
export interface LoyaltyContact {
    readonly Name: string;
    readonly Description: string | null;
    readonly DoNotCall: boolean;
}

/** `apex:CallbackByLoyalty`: gold members see their own desk, and who wants no calls gets none. */
export function callbackByLoyalty(contact: LoyaltyContact | undefined): SelectorAnswer {
    if (contact?.DoNotCall) {
        return { refusal: `${contact.Name} asked not to be called. Please write instead.` };
    }
    return { number: contact?.Description?.startsWith('Gold member') ? GOLD_MEMBERS_DESK : null };
}

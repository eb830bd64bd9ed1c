import type {
    AgentId,
    CallbackNumber,
    Channel,
    Decision,
    DialListId,
    Directory,
    NumberId,
    RuleId
} from 'c/callbackResolver';

/** Everything the decisions of one agent are made of, as the agent's own rights show it. */
export interface AgentView {
    readonly agentId: AgentId;
    readonly directory: Directory;
    /** Available to the agent, by label. */
    readonly numbers: readonly CallbackNumber[];
    /** The agent's own choice, also where it is not available at present. */
    readonly defaultNumberId: NumberId | null;
    readonly principalNumberId: NumberId | null;
    readonly favoriteIds: readonly NumberId[];
    /** Reads a number as dialled: E.164 where it is a full telephone number. */
    readNumber(text: string): string;
    /** The record that holds the agent's own choices, where there is one already. */
    readonly preferenceId?: string;
}

/** How far the loading of an agent's directory has come. */
export type DirectoryState =
    | { readonly kind: 'loading' }
    | { readonly kind: 'ready'; readonly agent: AgentView }
    /** There is no number to present: none is active, or no principal number is named. */
    | { readonly kind: 'notConfigured'; readonly agent: AgentView }
    /** API names of the objects and fields that are hidden from the agent. */
    | { readonly kind: 'noPermission'; readonly missing: readonly string[] }
    | { readonly kind: 'failed'; readonly errors: readonly string[] };

/** A call that may be made, as a page knows it. */
export interface CallToPreview {
    readonly channel: Channel;
    /** As dialled, in any format. */
    readonly number: string;
    /** The record dialled from, and its object. */
    readonly recordId?: string;
    readonly objectApiName?: string;
    /** Chosen for this call only. */
    readonly thisCallNumberId?: string;
    readonly dialEntryId?: string;
    readonly dialListId?: DialListId;
}

/** What can be said of a call before it is dialled. Never a guess. */
export type Preview =
    | { readonly kind: 'decided'; readonly decision: Decision }
    /** Read this record, give its facts (`factsOfRecord`), ask again. */
    | {
          readonly kind: 'needsRecord';
          readonly recordId: string;
          /** For `optionalFields` of getRecord: `Contact.Account.Industry`. */
          readonly fields: readonly string[];
      }
    /**
     * Only the service can tell, when the call is dialled: the rule asks the customer's own logic
     * (`selector`), or a field that this agent may not see (`hiddenField`).
     */
    | {
          readonly kind: 'open';
          readonly reason: 'selector' | 'hiddenField';
          readonly ruleId: RuleId;
      };

/** A field of a record that holds a telephone number. */
export interface PhoneField {
    readonly apiName: string;
    readonly label: string;
}

import type { NumberId, RuleId } from './types';

/** A warning about the rules as configured. Words for admins are custom labels. */
export type LintFinding =
    /** Every dial that this rule catches is caught before by `byRuleId`. */
    | { readonly code: 'RULE_SHADOWED'; readonly ruleId: RuleId; readonly byRuleId: RuleId }
    | { readonly code: 'RULE_NUMBER_RETIRED'; readonly ruleId: RuleId; readonly numberId: NumberId }
    /** No active agent that the rule is for may present its number. */
    | {
          readonly code: 'RULE_NUMBER_NO_AGENT';
          readonly ruleId: RuleId;
          readonly numberId: NumberId;
      }
    /** No active agent is in the rule's group, or none has automation on for its channel. */
    | { readonly code: 'RULE_NO_AGENT'; readonly ruleId: RuleId }
    /** Same prefix, channel and group as the earlier `sameAsRuleId`: at best its fallback. */
    | {
          readonly code: 'RULE_PREFIX_DUPLICATE';
          readonly ruleId: RuleId;
          readonly sameAsRuleId: RuleId;
      };

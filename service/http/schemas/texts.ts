import { Type, type TStringOptions } from 'typebox';

/**
 * Texts as requests may carry them. Each pattern has words of its own, so that a refusal says
 * what is expected instead of showing a regular expression.
 */
export const PATTERN_WORDS = new Map<string, string>();

function pattern(source: string, words: string): string {
    PATTERN_WORDS.set(source, words);
    return source;
}

const SALESFORCE_ID = pattern(
    '^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$',
    'must be a Salesforce id of 15 or 18 letters and digits'
);
const AGENT_OR_ME = pattern(
    '^(?:me|[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?)$',
    'must be "me" or a Salesforce id of 15 or 18 letters and digits'
);
const API_NAME = pattern(
    '^[A-Za-z][A-Za-z0-9_]*$',
    'must be an API name: letters, digits and underscores'
);
/** No control characters, no halves of surrogate pairs, no line separators; at least one visible. */
const ONE_LINE = pattern(
    '^(?=.*[^\\s])[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*$',
    'must be one line of text without control characters'
);
const VISIBLE_ASCII = pattern('^[\\x21-\\x7e]*$', 'must be visible ASCII without spaces');

export const salesforceId = (options: TStringOptions) =>
    Type.String({ maxLength: 18, pattern: SALESFORCE_ID, ...options });

export const agentOrMe = (options: TStringOptions) =>
    Type.String({ maxLength: 18, pattern: AGENT_OR_ME, ...options });

export const apiName = (options: TStringOptions) =>
    Type.String({ maxLength: 80, pattern: API_NAME, ...options });

/** A telephone number as somebody typed it: the service reads it, the schema only bounds it. */
export const telephoneNumber = (options: TStringOptions) =>
    Type.String({ minLength: 1, maxLength: 64, pattern: ONE_LINE, ...options });

export const visibleKey = (options: TStringOptions) =>
    Type.String({ minLength: 1, maxLength: 64, pattern: VISIBLE_ASCII, ...options });

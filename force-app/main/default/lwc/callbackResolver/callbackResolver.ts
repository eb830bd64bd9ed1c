/**
 * Decides which callback number is presented, and why. Pure: no clock, no input or output, no
 * imports but its siblings, so that the browser's preview and the service's decision are the
 * same code. See docs/decisions/0001-resolver-asks-for-facts.md.
 */
export * from './types';
export * from './codes';
export type { LintFinding } from './lintTypes';
export { createDirectory, type Directory } from './directory';
export { availableNumbers, effectivePolicy, unavailability } from './availability';
export { decide } from './decide';
export { isE164 } from './e164';
export { lint } from './lint';
export { matchRule, type Match } from './match';
export { compareRules, type Ordered } from './order';
export { agentsFor } from './reach';
export { stepParts, type Telling } from './stepParts';

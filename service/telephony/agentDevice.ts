/** Why there was no call where the agent's device was called first, in vain. */
export const NO_DEVICE = "It ended before the agent's own device answered.";

/** Stands for the Salesforce id of the agent. */
export const AGENT_PLACE = '{agentId}';

/** What a template may look like: `app:{agentId}`, `client:{agentId}`, `sip:{agentId}@pbx.acme.com`. */
export const DEVICE_TEMPLATE = /^(?:app|client|sips?):[^\s{}]*\{agentId\}[^\s{}]*$/;

/** @param template as `AGENT_DEVICE` has it */
export function deviceOf(template: string, agentId: string): string {
    return template.replaceAll(AGENT_PLACE, encodeURIComponent(agentId));
}

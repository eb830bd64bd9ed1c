/** Where an agent's own device is reached, as the telephony names devices. */
export type AgentDevice =
    | { readonly type: 'app'; readonly user: string }
    | { readonly type: 'sip'; readonly uri: string }
    | { readonly type: 'phone'; readonly number: string };

/** Stands for the Salesforce id of the agent. */
export const AGENT_PLACE = '{agentId}';

/** What a template may look like: `app:{agentId}`, `client:{agentId}`, `sip:{agentId}@pbx.acme.com`. */
export const DEVICE_TEMPLATE = /^(?:app|client|sips?):[^\s{}]*\{agentId\}[^\s{}]*$/;

/** @param template as `AGENT_DEVICE` has it */
export function deviceOf(template: string, agentId: string): string {
    return template.replaceAll(AGENT_PLACE, encodeURIComponent(agentId));
}

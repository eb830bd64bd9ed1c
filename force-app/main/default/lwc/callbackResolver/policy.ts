import type { EffectivePolicy, PolicyOrigin, TraceStep } from './codes';
import type { Agent, AutomatedChannel, Policy, PolicySettings } from './types';

/** What holds where no policy says anything: nothing is restricted, and nothing picks for the agent. */
const BUILT_IN = {
    restrictNumbers: false,
    automateClickToDial: false,
    automateConnect: false,
    agentMayOverride: true,
    whenUnavailable: 'useDefault'
} as const satisfies PolicySettings;

const SETTINGS = [
    'principalNumberId',
    'defaultCountry',
    'restrictNumbers',
    'automateClickToDial',
    'automateConnect',
    'agentMayOverride',
    'whenUnavailable'
] as const satisfies readonly (keyof PolicySettings)[];

/** A policy in force together with its step of the trace, so that a dial creates neither. */
export interface PolicyInForce {
    readonly policy: EffectivePolicy;
    readonly step: TraceStep;
}

/** Finds the policy in force; agents of one profile without a policy of their own share one. */
export class PolicyBook {
    private readonly byScopeKey: ReadonlyMap<string, Policy>;
    private readonly inForce = new Map<string, PolicyInForce>();

    constructor(policies: readonly Policy[]) {
        this.byScopeKey = new Map(policies.map((policy) => [policy.scopeKey, policy]));
    }

    inForceFor(agent: Agent): PolicyInForce {
        const key = this.byScopeKey.has(agent.id) ? agent.id : agent.profileId;
        let found = this.inForce.get(key);
        if (found === undefined) {
            const policy = this.inherit(agent);
            found = { policy, step: { code: 'POLICY_IN_FORCE', policy } };
            this.inForce.set(key, found);
        }
        return found;
    }

    /** Each setting on its own: user, then profile, then organization. */
    private inherit(agent: Agent): EffectivePolicy {
        const layers = [agent.id, agent.profileId, 'org']
            .map((key) => this.byScopeKey.get(key))
            .filter((policy) => policy !== undefined);
        const settings: Record<string, unknown> = { ...BUILT_IN };
        const origins: Record<string, PolicyOrigin> = {};
        for (const setting of SETTINGS) {
            const layer = layers.find((policy) => policy[setting] !== undefined);
            origins[setting] = layer?.scope ?? 'builtIn';
            if (layer) {
                settings[setting] = layer[setting];
            }
        }
        return { ...settings, origins } as unknown as EffectivePolicy;
    }
}

/** Whether rules may pick the number on this channel. */
export function isAutomated(policy: EffectivePolicy, channel: AutomatedChannel): boolean {
    switch (channel) {
        case 'clickToDial':
            return policy.automateClickToDial;
        case 'connect':
            return policy.automateConnect;
    }
}

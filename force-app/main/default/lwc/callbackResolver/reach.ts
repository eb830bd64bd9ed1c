import { unavailability } from './availability';
import type { EffectivePolicy } from './codes';
import type { Directory } from './directory';
import { isAutomated } from './policy';
import { AUTOMATED_CHANNELS, type Agent, type NumberId, type Rule } from './types';

type Audience = Pick<Rule, 'channel' | 'agentGroupId'>;

/** Answers which agents a rule can ever serve. Answers are kept: rules ask the same over and over. */
export class Reach {
    private readonly directory: Directory;
    private readonly audiences = new Map<string, readonly Agent[]>();
    private readonly answers = new Map<string, boolean>();

    constructor(directory: Directory) {
        this.directory = directory;
    }

    hasAgents(rule: Rule): boolean {
        return this.audience(rule).length > 0;
    }

    someAgentMayPresent(rule: Rule, numberId: NumberId): boolean {
        return this.answer(`some ${keyOf(rule)} ${numberId}`, () =>
            this.audience(rule).some((agent) => this.mayPresent(agent, numberId))
        );
    }

    /**
     * Whether every agent that `later` is for is served by `earlier` where it matches: with its
     * number, or by being blocked. Otherwise `later` still has its turn for somebody.
     */
    everyAgentIsServed(earlier: Rule, later: Rule): boolean {
        const numberId = numberOf(earlier);
        if (numberId === undefined) {
            return false;
        }
        return this.answer(`every ${keyOf(later)} ${numberId}`, () =>
            this.audience(later).every(
                (agent) =>
                    this.policy(agent).whenUnavailable === 'block' ||
                    this.mayPresent(agent, numberId)
            )
        );
    }

    audience(rule: Audience): readonly Agent[] {
        const key = keyOf(rule);
        let audience = this.audiences.get(key);
        if (audience === undefined) {
            const channels = AUTOMATED_CHANNELS.filter(
                (channel) => rule.channel === 'any' || rule.channel === channel
            );
            audience = [...this.directory.agents.values()].filter(
                (agent) =>
                    agent.active &&
                    (rule.agentGroupId === undefined ||
                        agent.groupIds.includes(rule.agentGroupId)) &&
                    channels.some((channel) => isAutomated(this.policy(agent), channel))
            );
            this.audiences.set(key, audience);
        }
        return audience;
    }

    private policy(agent: Agent): EffectivePolicy {
        return this.directory.policies.inForceFor(agent).policy;
    }

    private mayPresent(agent: Agent, numberId: NumberId): boolean {
        return unavailability(this.directory, agent, this.policy(agent), numberId) === undefined;
    }

    private answer(key: string, ask: () => boolean): boolean {
        let answer = this.answers.get(key);
        if (answer === undefined) {
            answer = ask();
            this.answers.set(key, answer);
        }
        return answer;
    }
}

/** The active agents that a rule is for, with rules switched on for its channel. */
export function agentsFor(directory: Directory, rule: Rule): readonly Agent[] {
    return new Reach(directory).audience(rule);
}

function keyOf({ channel, agentGroupId }: Audience): string {
    return `${channel} ${agentGroupId ?? ''}`;
}

/** The number a rule always picks; undefined where that depends on the dial. */
export function numberOf(rule: Rule): NumberId | undefined {
    return rule.type === 'customSelector' ? undefined : rule.numberId;
}

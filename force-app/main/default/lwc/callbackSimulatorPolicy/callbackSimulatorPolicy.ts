import { LightningElement, api } from 'lwc';
import agentDefault from '@salesforce/label/c.Callback_Simulator_Default';
import available from '@salesforce/label/c.Callback_Simulator_Available';
import from from '@salesforce/label/c.Callback_Simulator_From';
import policyOf from '@salesforce/label/c.Callback_Simulator_Policy';
import retired from '@salesforce/label/c.Callback_Simulator_Retired';
import setting from '@salesforce/label/c.Callback_Simulator_Setting';
import value from '@salesforce/label/c.Callback_Simulator_Value';
import {
    CHOICES,
    choiceLabel,
    countryName,
    filled,
    originText,
    SETTING_LABELS,
    WORDS
} from 'c/callbackPolicyWords';
import type { EffectivePolicy, NumberId, PolicySettings } from 'c/callbackResolver';
import type { Names } from 'c/callbackSimulation';

/** What decisions of one agent go by. */
export interface AgentInForce {
    readonly name: string;
    readonly policy: EffectivePolicy;
    readonly defaultNumberId: NumberId | null;
    /** How many numbers the agent may present. */
    readonly available: number;
}

/** Presentational. What holds for an agent, and where each setting comes from. */
export default class CallbackSimulatorPolicy extends LightningElement {
    @api shown: AgentInForce | undefined;
    @api names: Names | undefined;

    words = { from, setting, value };

    get heading(): string {
        return filled(policyOf, this.shown!.name);
    }
    get rows() {
        const { policy, defaultNumberId, available: count } = this.shown!;
        const country = policy.defaultCountry;
        return [
            this.row('principalNumberId', this.numberName(policy.principalNumberId)),
            this.row('defaultCountry', countryName(country) ?? country ?? WORDS.none),
            ...CHOICES.map(({ setting: one }) => this.row(one, choiceLabel(policy[one]))),
            {
                setting: 'default',
                label: agentDefault,
                value: this.numberName(defaultNumberId ?? undefined),
                from: ''
            },
            { setting: 'available', label: available, value: String(count), from: '' }
        ];
    }

    private row(name: keyof PolicySettings, shownValue: string) {
        const { origins } = this.shown!.policy;
        return {
            setting: name,
            label: SETTING_LABELS[name],
            value: shownValue,
            from: originText(origins[name])
        };
    }
    private numberName(id: NumberId | undefined): string {
        const number = id && this.names?.numbers.get(id);
        if (!number) {
            return id ?? WORDS.none;
        }
        return number.active ? number.label : filled(retired, number.label);
    }
}

import { LightningElement, api } from 'lwc';
import agentColumn from '@salesforce/label/c.Callback_Assign_Agent';
import allGroups from '@salesforce/label/c.Callback_Assign_All_Groups';
import allProfiles from '@salesforce/label/c.Callback_Assign_All_Profiles';
import group from '@salesforce/label/c.Callback_Assign_Group';
import groupsColumn from '@salesforce/label/c.Callback_Assign_Groups';
import loadingMore from '@salesforce/label/c.Callback_Assign_Loading_More';
import profile from '@salesforce/label/c.Callback_Assign_Profile';
import title from '@salesforce/label/c.Callback_Assign_Agents';
import username from '@salesforce/label/c.Callback_Assign_Username';
import withoutGroup from '@salesforce/label/c.Callback_Assign_Without_Group';

export interface AgentRow {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly profile: string;
    readonly groupIds: readonly string[];
    /** Names of the groups, one after the other. */
    readonly groups: string;
}

const ANY = '';
const NONE = 'none';

/**
 * Presentational. Agents to choose from: searched by name and username, filtered by profile and group.
 *
 * `choose` with `{ ids }`: all agents that are chosen now.
 */
export default class CallbackAssignAgents extends LightningElement {
    @api agents: readonly AgentRow[] = [];
    @api groups: readonly { readonly id: string; readonly name: string }[] = [];
    @api selectedIds: readonly string[] = [];
    /** More agents are on their way. */
    @api loadingMore = false;

    words = { group, loadingMore, profile, title };
    columns = [
        { label: agentColumn, fieldName: 'name', sortable: true, wrapText: true },
        { label: username, fieldName: 'username', sortable: true },
        { label: groupsColumn, fieldName: 'groups', sortable: true, wrapText: true }
    ];
    searchFields = ['name', 'username'];
    wantedProfile = ANY;
    wantedGroup = ANY;

    get rows(): readonly AgentRow[] {
        if (this.wantedProfile === ANY && this.wantedGroup === ANY) {
            // The very same: thousands of agents are not indexed anew with every choice.
            return this.agents;
        }
        return this.agents.filter(
            (agent) =>
                (this.wantedProfile === ANY || agent.profile === this.wantedProfile) &&
                (this.wantedGroup === ANY ||
                    (this.wantedGroup === NONE
                        ? agent.groupIds.length === 0
                        : agent.groupIds.includes(this.wantedGroup)))
        );
    }
    get profiles(): { label: string; value: string }[] {
        const names = [...new Set(this.agents.map((agent) => agent.profile))].filter(Boolean);
        return [
            { label: allProfiles, value: ANY },
            ...names.sort().map((name) => ({ label: name, value: name }))
        ];
    }
    get groupChoices(): { label: string; value: string }[] {
        return [
            { label: allGroups, value: ANY },
            { label: withoutGroup, value: NONE },
            ...this.groups.map(({ id, name }) => ({ label: name, value: id }))
        ];
    }

    handleProfile(event: CustomEvent<{ value: string }>): void {
        this.wantedProfile = event.detail.value;
    }
    handleGroup(event: CustomEvent<{ value: string }>): void {
        this.wantedGroup = event.detail.value;
    }
    handleChoose(event: CustomEvent<{ ids: readonly string[] }>): void {
        this.dispatchEvent(new CustomEvent('choose', { detail: event.detail }));
    }
}

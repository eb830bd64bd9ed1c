import oneAgent from '@salesforce/label/c.Callback_Assign_Chosen_One_Agent';
import oneGroup from '@salesforce/label/c.Callback_Assign_Chosen_One_Group';
import chosen from '@salesforce/label/c.Callback_Assign_Chosen';
import agentsAndGroups from '@salesforce/label/c.Callback_Assign_Chosen_Both';
import agentsChosen from '@salesforce/label/c.Callback_Assign_Chosen_Agents';
import agentsTab from '@salesforce/label/c.Callback_Assign_Agents';
import available from '@salesforce/label/c.Callback_Assign_Available';
import chooseAgents from '@salesforce/label/c.Callback_Assign_Choose_Agents';
import chooseOne from '@salesforce/label/c.Callback_Assign_Choose_One';
import chooseSomebody from '@salesforce/label/c.Callback_Assign_Choose_Somebody';
import chosenNobody from '@salesforce/label/c.Callback_Assign_Chosen_Nobody';
import description from '@salesforce/label/c.Callback_Assign_Description';
import detail from '@salesforce/label/c.Callback_Assign_Group_Description';
import exportCsv from '@salesforce/label/c.Callback_Assign_Export';
import group from '@salesforce/label/c.Callback_Assign_Group';
import groupsChosen from '@salesforce/label/c.Callback_Assign_Chosen_Groups';
import groupsTab from '@salesforce/label/c.Callback_Assign_Groups';
import importCsv from '@salesforce/label/c.Callback_Assign_Import';
import membership from '@salesforce/label/c.Callback_Assign_Membership';
import number from '@salesforce/label/c.Callback_Picker_Label';
import numberDetail from '@salesforce/label/c.Callback_Assign_Number';
import numbers from '@salesforce/label/c.Callback_Assign_Numbers';
import title from '@salesforce/label/c.Callback_Assign_Title';
import { filled } from 'c/callbackAssignWords';

export const words = {
    agentsTab,
    available,
    chooseAgents,
    chooseOne,
    chooseSomebody,
    description,
    detail,
    exportCsv,
    group,
    groupsTab,
    importCsv,
    membership,
    number,
    numberDetail,
    numbers,
    title
};

/** `12 agents, 1 group` */
export function peopleText(agents: number, groups: number): string {
    const parts = [
        agents > 0 && (agents === 1 ? oneAgent : filled(agentsChosen, agents)),
        groups > 0 && (groups === 1 ? oneGroup : filled(groupsChosen, groups))
    ].filter((part) => part !== false);
    return parts.length === 2 ? filled(agentsAndGroups, ...parts) : (parts[0] ?? '');
}

export function chosenText(agents: number, groups: number): string {
    return agents + groups === 0 ? chosenNobody : filled(chosen, peopleText(agents, groups));
}

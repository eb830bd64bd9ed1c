/** What the service's user must be allowed to do: the rights of permission set Callback_Integration. */
export interface NeededRights {
    readonly object: string;
    readonly reads: readonly string[];
    /** Fields it sets in records that it creates and changes. */
    readonly writes?: readonly string[];
}

export const NEEDED_RIGHTS: readonly NeededRights[] = [
    {
        object: 'Callback_Number__c',
        reads: ['Name', 'Number__c', 'Active__c', 'Country__c', 'Language__c']
    },
    { object: 'User', reads: ['Name', 'IsActive', 'ProfileId', 'UserType'] },
    { object: 'Agent_Group_Member__c', reads: ['Agent_Group__c', 'Agent__c'] },
    {
        object: 'Callback_Number_Assignment__c',
        reads: ['Callback_Number__c', 'Agent__c', 'Agent_Group__c']
    },
    {
        object: 'Callback_Preference__c',
        reads: ['Agent__c', 'Default_Number__c'],
        writes: ['Agent_Key__c', 'Agent__c', 'OwnerId', 'Default_Number__c']
    },
    {
        object: 'Callback_Policy__c',
        reads: [
            'Scope__c',
            'Scope_Key__c',
            'Principal_Number__c',
            'Default_Country__c',
            'Restrict_Numbers__c',
            'Automate_Click_To_Dial__c',
            'Automate_Connect__c',
            'Agent_May_Override__c',
            'When_Unavailable__c'
        ]
    },
    {
        object: 'Callback_Rule__c',
        reads: [
            'Name',
            'Priority__c',
            'Active__c',
            'Channel__c',
            'Type__c',
            'Prefix__c',
            'Object__c',
            'Field__c',
            'Operator__c',
            'Value__c',
            'Dial_List__c',
            'Selector__c',
            'Agent_Group__c',
            'Callback_Number__c'
        ]
    },
    { object: 'Dial_List__c', reads: ['Name', 'Callback_Number__c'] },
    { object: 'Dial_Entry__c', reads: ['Dial_List__c'] },
    {
        object: 'Callback_Decision__c',
        reads: [],
        writes: [
            'Dial_Key__c',
            'Agent__c',
            'Channel__c',
            'Dialed_Number__c',
            'Record_Id__c',
            'Outcome__c',
            'Callback_Number__c',
            'Presented_Number__c',
            'Source__c',
            'Rule__c',
            'Error_Code__c',
            'Telephony_Reason__c',
            'Trace__c',
            'Decided_At__c'
        ]
    }
];

/** Objects of the package, for `getObjectInfo`: what the user may do with their records. */
export const OBJECTS = {
    number: 'Callback_Number__c',
    assignment: 'Callback_Number_Assignment__c',
    group: 'Agent_Group__c',
    member: 'Agent_Group_Member__c',
    rule: 'Callback_Rule__c',
    policy: 'Callback_Policy__c',
    expectation: 'Callback_Expectation__c',
    decision: 'Callback_Decision__c',
    dialList: 'Dial_List__c',
    dialEntry: 'Dial_Entry__c'
} as const;

/** What the user may do with the records of an object. Nothing while that is not known. */
export interface Rights {
    readonly create: boolean;
    readonly update: boolean;
    readonly delete: boolean;
}

export function rightsOf(
    info:
        | {
              readonly createable: boolean;
              readonly updateable: boolean;
              readonly deletable: boolean;
          }
        | undefined
): Rights {
    return {
        create: info?.createable ?? false,
        update: info?.updateable ?? false,
        delete: info?.deletable ?? false
    };
}

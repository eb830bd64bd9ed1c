import type { SharingModel } from '../types.ts';

/**
 * The standard objects this org has, one line a field; read by standardSchema.ts. Not all fields
 * Salesforce has: those a call centre's data and rules use, and those a client needs to sign in.
 *
 *   Name type[(length or precision,scale)] [options]
 *
 * Options: `required`, `unique`, `unique!` (case counts), `lookup` (may stand for the record),
 * `readonly` (the org sets it), `open` (no field permission needed), `name` (names the record),
 * `in=Compound`, `from=Reference.Field` (shows what the parent has), `default=formula`,
 * `values=A|B` (`*` marks the default), `restricted`,
 * `to=Object as Relationship [child ChildRelationship] [setNull|restrict|cascade]`.
 */
export interface StandardObject {
    readonly label: string;
    readonly labelPlural: string;
    readonly keyPrefix: string;
    readonly sharingModel: SharingModel;
    readonly owned: boolean;
    /** Set-up objects have no field permissions. */
    readonly fieldPermissions: boolean;
    readonly fields: string;
}

const phones = (...names: string[]) => names.map((name) => `${name} phone(40)`).join('\n');

const address = (compound: string, prefix: string) => `
${compound} address readonly
${prefix}Street textarea(255) in=${compound}
${prefix}City string(40) in=${compound}
${prefix}State string(80) in=${compound}
${prefix}PostalCode string(20) in=${compound}
${prefix}Country string(80) in=${compound}
${prefix}Latitude double(18,15) in=${compound}
${prefix}Longitude double(18,15) in=${compound}`;

const SALUTATIONS = 'values=Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
const SOURCES = 'values=Web|Phone_Inquiry|Partner_Referral|Purchased_List|Other';
const INDUSTRIES =
    'values=Agriculture|Banking|Communications|Construction|Consulting|Education|Electronics|' +
    'Energy|Engineering|Finance|Government|Healthcare|Hospitality|Insurance|Manufacturing|Media|' +
    'Retail|Technology|Telecommunications|Transportation|Utilities|Other';

const personName = (last: string) => `
Name string(121) readonly name open
LastName string(80) required open ${last}
FirstName string(40) open in=Name
Salutation picklist(40) open in=Name ${SALUTATIONS}`;

export const STANDARD_OBJECTS: Readonly<Record<string, StandardObject>> = {
    Account: {
        label: 'Account',
        labelPlural: 'Accounts',
        keyPrefix: '001',
        sharingModel: 'ReadWrite',
        owned: true,
        fieldPermissions: true,
        fields: `
Name string(255) required name
Type picklist(255) values=Prospect|Customer|Partner|Competitor|Other
ParentId reference to=Account as Parent child ChildAccounts
AccountNumber string(40)
Website url(255)
Industry picklist(255) ${INDUSTRIES}
AnnualRevenue currency(18,0)
NumberOfEmployees int(8)
Rating picklist(255) values=Hot|Warm|Cold
Site string(80)
Description textarea(32000)
AccountSource picklist(255) ${SOURCES}
${phones('Phone', 'Fax')}
${address('BillingAddress', 'Billing')}
${address('ShippingAddress', 'Shipping')}`
    },
    Contact: {
        label: 'Contact',
        labelPlural: 'Contacts',
        keyPrefix: '003',
        sharingModel: 'ReadWrite',
        owned: true,
        fieldPermissions: true,
        fields: `
${personName('in=Name')}
AccountId reference to=Account as Account child Contacts cascade
ReportsToId reference to=Contact as ReportsTo child DirectReports
Email email(80) lookup
Title string(128)
Department string(80)
AssistantName string(40)
LeadSource picklist(255) ${SOURCES}
Birthdate date
Description textarea(32000)
HasOptedOutOfEmail boolean
HasOptedOutOfFax boolean
DoNotCall boolean
${phones('Phone', 'Fax', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone')}
${address('MailingAddress', 'Mailing')}
${address('OtherAddress', 'Other')}`
    },
    Lead: {
        label: 'Lead',
        labelPlural: 'Leads',
        keyPrefix: '00Q',
        sharingModel: 'ReadWrite',
        owned: true,
        fieldPermissions: true,
        fields: `
${personName('in=Name')}
Company string(255) required
Title string(128)
Status picklist(255) required values=*Open_-_Not_Contacted|Working_-_Contacted|Closed_-_Converted|Closed_-_Not_Converted
Email email(80) lookup
Website url(255)
LeadSource picklist(255) ${SOURCES}
Industry picklist(255) ${INDUSTRIES}
Rating picklist(255) values=Hot|Warm|Cold
AnnualRevenue currency(18,0)
NumberOfEmployees int(8)
Description textarea(32000)
HasOptedOutOfEmail boolean
HasOptedOutOfFax boolean
DoNotCall boolean
IsConverted boolean readonly open
IsUnreadByOwner boolean open default=true
${phones('Phone', 'MobilePhone', 'Fax')}
${address('Address', '')}`
    },
    Case: {
        label: 'Case',
        labelPlural: 'Cases',
        keyPrefix: '500',
        sharingModel: 'ReadWrite',
        owned: true,
        fieldPermissions: true,
        fields: `
CaseNumber autonumber({00000000}) name open
ContactId reference to=Contact as Contact child Cases restrict
AccountId reference to=Account as Account child Cases restrict
ParentId reference to=Case as Parent child Cases
ContactPhone phone(40) readonly open from=ContactId.Phone
ContactMobile phone(40) readonly open from=ContactId.MobilePhone
ContactFax phone(40) readonly open from=ContactId.Fax
SuppliedName string(80)
SuppliedEmail email(80)
SuppliedPhone string(40)
SuppliedCompany string(80)
Type picklist(255) values=Question|Problem|Feature_Request
Status picklist(255) open values=*New|Working|Escalated|On_Hold|Closed
Reason picklist(255) values=User_didn't_attend_training|Complex_functionality|Existing_problem|Instructions_not_clear|New_problem
Origin picklist(255) values=Phone|Email|Web
Priority picklist(255) values=High|*Medium|Low
Subject string(255)
Description textarea(32000)
IsClosed boolean readonly open
ClosedDate datetime readonly
IsEscalated boolean open`
    },
    User: {
        label: 'User',
        labelPlural: 'Users',
        keyPrefix: '005',
        sharingModel: 'Read',
        owned: false,
        fieldPermissions: false,
        fields: `
${personName('in=Name').replace(/\nSalutation.*/, '')}
Username string(80) required unique lookup
Email email(128) required lookup
Alias string(8) required
CommunityNickname string(40)
IsActive boolean default=true
TimeZoneSidKey string(40) required
LocaleSidKey string(40) required
EmailEncodingKey string(40) required
LanguageLocaleKey string(40) required
ProfileId reference required to=Profile as Profile child Users restrict
UserRoleId string(18)
UserType string(40) readonly default='Standard'
ManagerId reference to=User as Manager child ManagedUsers
FederationIdentifier string(512) unique!
EmployeeNumber string(20)
CompanyName string(80)
Division string(80)
Department string(80)
Title string(80)
AboutMe textarea(1000)
CallCenterId string(18)
LastLoginDate datetime readonly
${phones('Phone', 'Fax', 'MobilePhone', 'Extension')}
${address('Address', '')}`
    },
    Profile: {
        label: 'Profile',
        labelPlural: 'Profile',
        keyPrefix: '00e',
        sharingModel: 'Read',
        owned: false,
        fieldPermissions: false,
        fields: `
Name string(255) required unique lookup name
Description string(255)
UserType string(40) readonly default='Standard'`
    },
    PermissionSet: {
        label: 'Permission Set',
        labelPlural: 'Permission Sets',
        keyPrefix: '0PS',
        sharingModel: 'Read',
        owned: false,
        fieldPermissions: false,
        fields: `
Name string(80) required unique name
Label string(80) required
Description string(255)
IsCustom boolean readonly default=true
IsOwnedByProfile boolean readonly
ProfileId reference readonly to=Profile as Profile cascade
NamespacePrefix string(15) readonly`
    },
    PermissionSetAssignment: {
        label: 'Permission Set Assignment',
        labelPlural: 'Permission Set Assignments',
        keyPrefix: '0Pa',
        sharingModel: 'Read',
        owned: false,
        fieldPermissions: false,
        fields: `
PermissionSetId reference required to=PermissionSet as PermissionSet child Assignments cascade
AssigneeId reference required to=User as Assignee child PermissionSetAssignments cascade
IsActive boolean readonly default=true`
    },
    Organization: {
        label: 'Organization',
        labelPlural: 'Organizations',
        keyPrefix: '00D',
        sharingModel: 'Read',
        owned: false,
        fieldPermissions: false,
        fields: `
Name string(80) required name
Division string(80)
PrimaryContact string(80)
DefaultLocaleSidKey string(40)
TimeZoneSidKey string(40)
LanguageLocaleKey string(40)
OrganizationType string(40) readonly default='Developer Edition'
InstanceName string(5) readonly default='LOCAL'
IsSandbox boolean readonly
TrialExpirationDate datetime readonly
NamespacePrefix string(15) readonly
${phones('Phone', 'Fax')}
${address('Address', '')}`
    }
};

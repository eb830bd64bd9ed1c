import action from '@salesforce/label/c.Callback_Csv_Column_Action';
import active from '@salesforce/label/c.Callback_Csv_Column_Active';
import agent from '@salesforce/label/c.Callback_Csv_Column_Agent';
import country from '@salesforce/label/c.Callback_Csv_Column_Country';
import customer from '@salesforce/label/c.Callback_Csv_Column_Customer';
import description from '@salesforce/label/c.Callback_Csv_Column_Description';
import group from '@salesforce/label/c.Callback_Csv_Column_Group';
import label from '@salesforce/label/c.Callback_Csv_Column_Label';
import language from '@salesforce/label/c.Callback_Csv_Column_Language';
import number from '@salesforce/label/c.Callback_Csv_Column_Number';
import object from '@salesforce/label/c.Callback_Csv_Column_Object';
import order from '@salesforce/label/c.Callback_Csv_Column_Order';
import phone from '@salesforce/label/c.Callback_Csv_Column_Phone';
import recordId from '@salesforce/label/c.Callback_Csv_Column_Record_Id';
import type { AssignmentColumn, EntryColumn, NumberColumn } from 'c/callbackCsv';

const WORDS: Readonly<Record<AssignmentColumn | EntryColumn | NumberColumn, string>> = {
    Action: action,
    Active: active,
    Agent: agent,
    Country: country,
    Customer: customer,
    Description: description,
    Group: group,
    Label: label,
    Language: language,
    Number: number,
    Object: object,
    Order: order,
    Phone: phone,
    'Record Id': recordId
};

/** What a column holds; nothing is said of columns that only one page has. */
export function explanationOf(column: string): string {
    return (WORDS as Readonly<Record<string, string>>)[column] ?? '';
}

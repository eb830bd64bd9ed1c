import type { ObjectInfo, PicklistValue } from 'lightning/uiObjectInfoApi';
import fieldUnknown from '@salesforce/label/c.Callback_Setup_Rule_Field_Unknown';
import objectUnknown from '@salesforce/label/c.Callback_Setup_Rule_Object_Unknown';
import { filled } from 'c/callbackLabel';
import type { Choice, FieldChoices } from 'c/callbackRuleEditor';

/** What tells of objects and fields: `c-callback-schema`. */
export interface Schema {
    infoOf(objectApiName: string): Promise<ObjectInfo>;
    valuesOf(objectApiName: string, field: string): Promise<readonly PicklistValue[]>;
}

export const NO_CHOICES: FieldChoices = { fields: [], relatedFields: [] };

/** Values that cannot be compared as text. */
const UNCOMPARABLE = ['Address', 'Location', 'Base64', 'ComplexValue'];

/** What can be chosen once object and field are these; never rejects. */
export async function fieldChoices(
    schema: Schema,
    { objectApiName, field }: { readonly objectApiName: string; readonly field: string }
): Promise<FieldChoices> {
    if (objectApiName === '') {
        return NO_CHOICES;
    }
    const info = await schema.infoOf(objectApiName).catch(() => undefined);
    if (!info) {
        return { ...NO_CHOICES, problem: filled(objectUnknown, objectApiName) };
    }
    const fields = [...ownFields(info), ...relationships(info)];
    const [first, last] = field.split('.');
    const related = last === undefined ? info : await relatedInfo(schema, info, first);
    const relatedFields = related && last !== undefined ? ownFields(related, `${first}.`) : [];
    const name = last ?? first;
    if (name === '') {
        return { fields, relatedFields };
    }
    const found = related && fieldOf(related, name);
    if (!found) {
        return { fields, relatedFields, problem: filled(fieldUnknown, field, info.label) };
    }
    const values =
        found.dataType === 'Picklist'
            ? await schema.valuesOf(related.apiName, found.apiName).catch(() => undefined)
            : undefined;
    return { fields, relatedFields, ...(values && { values: values.map(choiceOf) }) };
}

function ownFields({ fields }: ObjectInfo, before = ''): readonly Choice[] {
    return Object.values(fields)
        .filter(({ dataType }) => !UNCOMPARABLE.includes(dataType))
        .map(({ apiName, label }) => ({
            value: before + apiName,
            label: `${label} (${apiName})`
        }))
        .sort((a, b) => a.label.localeCompare(b.label));
}

function relationships({ fields }: ObjectInfo): readonly Choice[] {
    return Object.values(fields)
        .filter((field) => field.relationshipName && field.referenceToInfos.length === 1)
        .map(({ relationshipName }) => ({
            value: `${relationshipName}.`,
            label: `${relationshipName} →`
        }))
        .sort((a, b) => a.label.localeCompare(b.label));
}

async function relatedInfo(
    schema: Schema,
    { fields }: ObjectInfo,
    relationship: string
): Promise<ObjectInfo | undefined> {
    const lookup = Object.values(fields).find(({ relationshipName }) =>
        isSame(relationshipName ?? '', relationship)
    );
    const target = lookup?.referenceToInfos[0]?.apiName;
    return target === undefined ? undefined : schema.infoOf(target).catch(() => undefined);
}

function fieldOf({ fields }: ObjectInfo, name: string): ObjectInfo['fields'][string] | undefined {
    return Object.values(fields).find(({ apiName }) => isSame(apiName, name));
}

function isSame(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}

function choiceOf({ label, value }: PicklistValue): Choice {
    return { label, value };
}

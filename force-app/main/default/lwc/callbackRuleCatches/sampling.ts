import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { phoneFieldsOf } from 'c/callbackData';
import type { Directory } from 'c/callbackResolver';
import { readSample, type Ask, type SampleRecord } from 'c/callbackSetupData';

/** Some records of an object, with everything that the rules of the directory compare on them. */
export async function sampleOf(
    objectApiName: string,
    directory: Directory,
    {
        ask,
        schema,
        ...options
    }: {
        readonly ask: Ask;
        readonly schema: { infoOf(objectApiName: string): Promise<ObjectInfo> };
        readonly limit: number;
        readonly signal: AbortSignal;
        onProgress(read: number): void;
    }
): Promise<{ readonly info: ObjectInfo; readonly records: readonly SampleRecord[] }> {
    const info = await schema.infoOf(objectApiName);
    const records = await readSample(ask, {
        ...options,
        objectApiName: info.apiName,
        nameField: ['Name', 'CaseNumber'].find((name) => info.fields[name]) ?? 'Id',
        phoneFields: phoneFieldsOf(info).map(({ apiName }) => apiName),
        fields: spelled(info, fieldsCompared(directory, objectApiName))
    });
    return { info, records };
}

/** Every field that a rule compares on records of this object. */
function fieldsCompared({ ruleBook }: Directory, objectApiName: string): readonly string[] {
    const fields = ruleBook.ordered
        .filter((rule) => rule.type === 'recordField')
        .filter((rule) => rule.objectApiName.toLowerCase() === objectApiName.toLowerCase())
        .map(({ field }) => field);
    return [...new Set(fields)];
}

/** As the org spells them; undefined for what is none, or the user may not see. */
function spelled(
    { fields }: ObjectInfo,
    compared: readonly string[]
): ReadonlyMap<string, string | undefined> {
    const known = Object.values(fields);
    return new Map(
        compared.map((field) => {
            const [first, last] = field.split('.');
            const name = known
                .map(({ apiName, relationshipName }) => (last ? relationshipName : apiName))
                .find((one) => one?.toLowerCase() === first.toLowerCase());
            return [field, name && last ? `${name}.${last}` : (name ?? undefined)];
        })
    );
}

import { XMLParser } from 'fast-xml-parser';

/** What the page needs of a call center. */
export interface CallCenter {
    readonly displayName: string;
    /** As `getCallCenterSettings` gives them: `/section/item`, with labels below `/label`. */
    readonly settings: Readonly<Record<string, string>>;
    /** Pixels. */
    readonly softphoneHeight: number;
    readonly softphoneWidth: number;
}

interface CallCenterFile {
    readonly CallCenter: {
        readonly adapterUrl: string;
        readonly displayName: string;
        readonly displayNameLabel: string;
        readonly internalNameLabel: string;
        readonly sections: readonly {
            readonly name: string;
            readonly label: string;
            readonly items: readonly {
                readonly name: string;
                readonly label: string;
                readonly value: string;
            }[];
        }[];
    };
}

const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => name === 'sections' || name === 'items'
});

/**
 * @param metadata text of `….callCenter-meta.xml`
 * @param adapterUrl where the softphone is here; the one in the file is an example
 */
export function readCallCenter(metadata: string, adapterUrl: string): CallCenter {
    const { CallCenter: file } = parser.parse(metadata) as CallCenterFile;
    const settings: Record<string, string> = {
        '/label': file.displayName,
        '/displayNameLabel': file.displayNameLabel,
        '/internalNameLabel': file.internalNameLabel
    };
    for (const { name: section, label, items } of file.sections) {
        settings[`/${section}/label`] = label;
        for (const item of items) {
            const isAddress = item.value === file.adapterUrl;
            settings[`/${section}/${item.name}`] = isAddress ? adapterUrl : item.value;
            settings[`/${section}/${item.name}/label`] = item.label;
        }
    }
    const pixels = (item: string, otherwise: number) =>
        Number(settings[`/reqGeneralInfo/${item}`] ?? otherwise);
    return {
        displayName: file.displayName,
        settings,
        softphoneHeight: pixels('reqSoftphoneHeight', 400),
        softphoneWidth: pixels('reqSoftphoneWidth', 340)
    };
}

import { loadScript } from 'lightning/platformResourceLoader';
import notLoaded from '@salesforce/label/c.Callback_Csv_Reader_Missing';
import papaUrl from '@salesforce/resourceUrl/papaparse';
import type { CsvParser } from 'c/callbackCsv';

/** The library is a script of its own: it says its name to the page. @throws Error for the admin to read */
export async function loadPapa(component: object): Promise<CsvParser> {
    try {
        await loadScript(component, papaUrl);
    } catch (cause) {
        throw new Error(notLoaded, { cause });
    }
    const { Papa } = window as { Papa?: CsvParser };
    if (!Papa) {
        throw new Error(notLoaded);
    }
    return Papa;
}

/** Service. Loads the library that telephone numbers are read with. */
import { loadScript } from 'lightning/platformResourceLoader';
import notLoaded from '@salesforce/label/c.Callback_Directory_Reader_Missing';
import libraryUrl from '@salesforce/resourceUrl/libphonenumber';
import type { PhoneLibrary } from 'c/callbackPhone';

/** The library is a script of its own: it says its name to the page. @throws Error for the agent to read */
export async function loadPhoneLibrary(component: object): Promise<PhoneLibrary> {
    try {
        await loadScript(component, libraryUrl);
    } catch (cause) {
        throw new Error(notLoaded, { cause });
    }
    const { libphonenumber } = window as { libphonenumber?: PhoneLibrary };
    if (!libphonenumber) {
        throw new Error(notLoaded);
    }
    return libphonenumber;
}

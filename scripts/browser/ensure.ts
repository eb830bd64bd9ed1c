/** Finds the browser that the journeys drive, or installs one. Prints where it is. */
import { findBrowser } from './findBrowser.ts';
import { installBrowser } from './installBrowser.ts';

try {
    if (!findBrowser()) {
        await installBrowser((line) => console.log(line));
    }
    const browser = findBrowser();
    if (!browser) {
        throw new Error(
            'The browser is installed, but not where it is looked for. Set CHROME_PATH to its program.'
        );
    }
    console.log(`    ${browser}`);
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}

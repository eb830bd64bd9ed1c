import path from 'node:path';

/** The machine to look on. */
export interface Machine {
    readonly platform: NodeJS.Platform;
    readonly env: Readonly<Record<string, string | undefined>>;
}

/** Names on the PATH of a Linux machine, the ones that distributions use. */
const LINUX_NAMES = [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge'
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const LINUX_PLACES = ['/opt/google/chrome/chrome', '/opt/chromium.org/chromium/chromium'];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PLACES = [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe'
];
const WINDOWS_ROOTS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/** Where a browser of the Chromium family usually is, the likeliest place first. */
export function browserCandidates({ platform, env }: Machine): readonly string[] {
    switch (platform) {
        case 'darwin':
            return ['', env.HOME ?? ''].flatMap((root) =>
                MAC_APPS.map((app) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`)
            );
        case 'win32':
            return WINDOWS_ROOTS.flatMap((root) => env[root] ?? []).flatMap((root) =>
                WINDOWS_PLACES.map((place) => path.win32.join(root, place))
            );
        default: {
            const folders = [...(env.PATH ?? '').split(':').filter(Boolean), ...LINUX_FOLDERS];
            const named = LINUX_NAMES.flatMap((name) =>
                folders.map((folder) => path.posix.join(folder, name))
            );
            return [...new Set([...named, ...LINUX_PLACES])];
        }
    }
}

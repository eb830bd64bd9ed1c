/** What decides whether this project can install a browser by itself. */
export interface Host {
    readonly platform: NodeJS.Platform;
    /** The text of /etc/os-release; empty where there is none. */
    readonly osRelease: string;
    readonly isRoot: boolean;
    readonly hasAptGet: boolean;
    /** True where sudo works without a password. */
    readonly hasSudo: boolean;
}

export type InstallPlan =
    | { readonly kind: 'apt'; readonly commands: readonly (readonly string[])[] }
    | { readonly kind: 'byHand'; readonly why: string; readonly remedy: string };

/** Chromium, and the fonts it needs to show a page as people see it. */
const PACKAGES = ['chromium', 'fonts-liberation'];
/** Without questions; another apt at work on the machine is waited for. */
const APT = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-y',
    '-o',
    'DPkg::Lock::Timeout=120'
];
const ELSE =
    'Or set CHROME_PATH to the program of a Chromium or Chrome that is there already, then run the command again.';

/** Debian's own Chromium where apt-get may be used; elsewhere what a person has to do. */
export function installPlan(host: Host): InstallPlan {
    const byHand = (why: string, remedy: string): InstallPlan => ({
        kind: 'byHand',
        why,
        remedy: `${remedy} ${ELSE}`
    });
    if (host.platform === 'darwin') {
        return byHand(
            'On macOS it is not installed for you.',
            'Install Chrome from https://www.google.com/chrome/, or run: brew install --cask chromium'
        );
    }
    if (host.platform === 'win32') {
        return byHand(
            'On Windows it is not installed for you.',
            'Install Chrome from https://www.google.com/chrome/.'
        );
    }
    const distribution = /^ID=["']?([\w-]+)/m.exec(host.osRelease)?.[1] ?? 'an unknown system';
    // Ubuntu's package of that name is a door to its snap shop, which containers do not have.
    if (!['debian', 'raspbian'].includes(distribution) || !host.hasAptGet) {
        return byHand(
            `On ${distribution} it is not installed for you.`,
            'Install Chromium or Chrome with the means of your system.'
        );
    }
    if (!host.isRoot && !host.hasSudo) {
        return byHand(
            'Installing it takes root, and sudo asks for a password.',
            `Run: sudo apt-get install ${PACKAGES.join(' ')}.`
        );
    }
    const sudo = host.isRoot ? [] : ['sudo', '-n'];
    return {
        kind: 'apt',
        commands: [
            [...sudo, ...APT, 'update'],
            [...sudo, ...APT, 'install', '--no-install-recommends', ...PACKAGES]
        ]
    };
}

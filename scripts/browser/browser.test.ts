import { describe, expect, it } from 'vitest';
import { findBrowser, type Probe } from './findBrowser.ts';
import { installPlan, type Host } from './installPlan.ts';

/** A machine with these files; the ones named in `silent` are there, but are no browsers. */
function machineWith(files: readonly string[], silent: readonly string[] = []): Probe {
    return {
        exists: (file) => files.includes(file),
        answers: (file) => files.includes(file) && !silent.includes(file)
    };
}

describe('The browser for the journeys', () => {
    const linux = { platform: 'linux', env: { PATH: '/home/me/bin:/usr/bin' } } as const;

    it('is the one of CHROME_PATH, whatever else is there', () => {
        const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/mine/chrome' };
        const probe = machineWith(['/usr/bin/chromium', '/opt/mine/chrome']);
        expect(findBrowser({ platform: 'linux', env }, probe)).toBe('/opt/mine/chrome');
    });

    it('is asked for anew where CHROME_PATH leads nowhere', () => {
        const env = { CHROME_PATH: '/opt/gone/chrome' };
        const probe = machineWith(['/usr/bin/chromium']);
        expect(() => findBrowser({ platform: 'linux', env }, probe)).toThrow(
            'CHROME_PATH is /opt/gone/chrome, which is not there. Set it'
        );
    });

    it.each([
        ['on the PATH of Linux', linux, '/home/me/bin/google-chrome'],
        ['in the usual folders of Linux, PATH or not', linux, '/snap/bin/chromium'],
        [
            'among the applications of macOS',
            { platform: 'darwin', env: {} },
            '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
        ],
        [
            'among the applications of a macOS user',
            { platform: 'darwin', env: { HOME: '/Users/me' } },
            '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'
        ],
        [
            'among the programs of Windows',
            { platform: 'win32', env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' } },
            'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
        ]
    ] as const)('is found %s', (_, machine, file) => {
        expect(findBrowser(machine, machineWith([file]))).toBe(file);
    });

    it('is not a script that only says what to install', () => {
        const files = ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
        expect(findBrowser(linux, machineWith(files, ['/usr/bin/chromium-browser']))).toBe(
            '/usr/bin/google-chrome'
        );
    });

    it('is undefined where there is none', () => {
        expect(findBrowser(linux, machineWith([]))).toBeUndefined();
    });
});

describe('Where there is no browser', () => {
    const debian: Host = {
        platform: 'linux',
        osRelease: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n',
        isRoot: true,
        hasAptGet: true,
        hasSudo: false
    };

    it('Debian gets its own Chromium by apt-get, without questions', () => {
        const plan = installPlan(debian);
        expect(plan).toEqual({
            kind: 'apt',
            commands: [
                expect.arrayContaining(['apt-get', '-y', 'update']),
                expect.arrayContaining(['apt-get', '-y', 'install', 'chromium'])
            ]
        });
    });

    it('sudo is used where it works without a password', () => {
        const plan = installPlan({ ...debian, isRoot: false, hasSudo: true });
        expect(plan.kind === 'apt' && plan.commands.map((command) => command.slice(0, 2))).toEqual([
            ['sudo', '-n'],
            ['sudo', '-n']
        ]);
    });

    it.each([
        [
            'a user who may not install',
            { isRoot: false },
            'Run: sudo apt-get install chromium fonts-liberation.'
        ],
        ['Ubuntu', { osRelease: 'ID=ubuntu\nID_LIKE=debian\n' }, 'with the means of your system'],
        ['macOS', { platform: 'darwin', osRelease: '' }, 'brew install --cask chromium'],
        ['Windows', { platform: 'win32', osRelease: '' }, 'https://www.google.com/chrome/']
    ] as const)('%s is told what to do', (_, host, remedy) => {
        const plan = installPlan({ ...debian, ...host });
        expect(plan.kind === 'byHand' && plan.remedy).toContain(remedy);
        expect(plan.kind === 'byHand' && plan.remedy).toContain('set CHROME_PATH');
    });
});

/**
 * Installs what the tests of the SIP edge need, on Debian as root; does nothing where it is there.
 * Runs before anything is installed, so it needs nothing. Without these programs `npm test` leaves
 * the tests of the edge out, and says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** Debian asks this program before it starts a service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d';
const PACKAGES = ['kamailio', 'kamailio-utils-modules', 'kamailio-extra-modules', 'sip-tester'];

if (missing().length > 0) {
    console.log(`Installing ${missing().join(', ')} (once; half a minute) …`);
    try {
        apt('update', '-qq');
        startingNothing(() => apt('install', '-y', '-qq', '--no-install-recommends', ...missing()));
    } catch (error) {
        console.error(error instanceof Error ? error.message : error);
    }
}
if (missing().length > 0) {
    console.error(
        `Not there: ${missing().join(', ')}. Install what they are called on this system.`
    );
    process.exit(1);
}

/** Kamailio must not answer on this machine only because its tests were run: they start their own. */
function startingNothing(install) {
    // One that is there is somebody's decision.
    const own = !existsSync(POLICY);
    if (own) {
        writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    }
    try {
        install();
    } finally {
        if (own) {
            rmSync(POLICY);
        }
    }
}

/** Packages, and not programs: Kamailio's modules come in several. */
function missing() {
    const query = ['-W', '-f', '${db:Status-Abbrev}'];
    return PACKAGES.filter(
        (name) =>
            !spawnSync('dpkg-query', [...query, name])
                .stdout?.toString()
                .startsWith('ii')
    );
}

function apt(...args) {
    const { error, status } = spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    });
    if (error || status !== 0) {
        throw new Error(
            `apt-get ${args.join(' ')} ${error ? error.message : `ended with code ${status}`}.`
        );
    }
}

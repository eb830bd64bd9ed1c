/**
 * Installs what the tests of the SIP edge need, on Debian as root; does nothing where it is there.
 * Runs before anything is installed, so it needs nothing. Without these programs `npm test` leaves
 * the tests of the edge out, and says so.
 */
import { spawnSync } from 'node:child_process';

const PROGRAMS = ['kamailio', 'sipp'];
const PACKAGES = ['kamailio', 'kamailio-utils-modules', 'kamailio-json-modules', 'sip-tester'];

if (missing().length > 0) {
    console.log(`Installing ${PACKAGES.join(', ')} (once; half a minute) …`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
}
if (missing().length > 0) {
    console.error(`${missing().join(' and ')} cannot be found. Install: ${PACKAGES.join(' ')}`);
    process.exit(1);
}

function missing() {
    return PROGRAMS.filter((program) => spawnSync(program, ['-v']).error);
}

function apt(...args) {
    const { error, status } = spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
            ...process.env,
            DEBIAN_FRONTEND: 'noninteractive',
            // Debian starts no service then: the tests start their own.
            RUNLEVEL: '1'
        }
    });
    if (error || status !== 0) {
        console.error(
            `apt-get ${args.join(' ')} ${error ? error.message : `ended with code ${status}`}.`
        );
        process.exit(1);
    }
}

/**
 * Makes a fresh clone ready: checks Node, installs the dependencies of the lock file. Needs
 * nothing installed, because it runs before anything is (`prestart`, `pretest`).
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.installed-lock');

checkNode();
const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
const fingerprint = createHash('sha256').update(lock).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint) {
    await install();
    writeFileSync(stamp, fingerprint);
}

function checkNode() {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 19)) {
        fail(
            `Node ${process.versions.node} is too old. Install Node 20.19 or later (see .nvmrc), then run the command again.`
        );
    }
}

function install() {
    const total = Object.entries(JSON.parse(lock).packages).filter(counts).length;
    const started = Date.now();
    const seconds = () => Math.round((Date.now() - started) / 1000);
    console.log(`Installing ${total} packages (once; about a minute) …`);
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32'
    });
    const ticker = setInterval(() => {
        console.log(
            `  ${Math.min(countInstalled(), total)} of about ${total} packages, ${seconds()} s`
        );
    }, 5_000);
    return new Promise((resolve) => {
        npm.on('error', (error) => fail(`npm could not be started: ${error.message}`));
        npm.on('close', (code) => {
            clearInterval(ticker);
            if (code !== 0) {
                fail(
                    `npm ci ended with code ${code}; its message is above. Is the npm registry reachable? Run the command again to retry.`
                );
            }
            console.log(`  ready after ${seconds()} s`);
            resolve();
        });
    });
}

/** What `countInstalled` will find in the end: not nested, not for another platform only. */
function counts([folder, { optional }]) {
    return !optional && /^node_modules\/(@[^/]+\/)?[^/]+$/.test(folder);
}

/** Packages unpacked so far; npm makes all folders first, so a manifest is what counts. */
function countInstalled() {
    const folders = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
    return folders(modules)
        .flatMap((name) =>
            name.startsWith('@')
                ? folders(path.join(modules, name)).map((inner) => path.join(name, inner))
                : [name]
        )
        .filter((name) => existsSync(path.join(modules, name, 'package.json'))).length;
}

function fail(message) {
    console.error(message);
    process.exit(1);
}

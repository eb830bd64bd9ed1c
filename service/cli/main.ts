import { runCommand } from './program.ts';

/** The command line: `npm run -s cli -- --help`. */
process.exitCode = await runCommand(process.argv.slice(2), {
    env: process.env,
    folder: process.cwd(),
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    terminal: { out: process.stdout.isTTY === true, note: process.stderr.isTTY === true }
});

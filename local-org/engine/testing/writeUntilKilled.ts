import { openOrg } from '../openOrg.ts';

/** Run as a process of its own: creates accounts without end and says the name of each one answered. */
const [file, metadataDir] = process.argv.slice(2);
const session = openOrg({ file, metadataDir }).systemSession();
for (let n = 1; ; n += 1) {
    const values = { Name: `Account ${n}` };
    const [result] = session.save([{ kind: 'create', object: 'Account', values }], {
        allOrNone: true
    });
    if (result.success) process.stdout.write(`${result.id}\n`);
    // The pipe is asynchronous: without a pause it would only ever be filled, never read.
    if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
}

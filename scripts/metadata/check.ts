/** Checks the metadata of the project in the current folder, or of the one given. */
import { checkMetadata } from './checkMetadata.ts';

const report = checkMetadata(process.argv[2] ?? '.');
for (const line of report.lines()) {
    console.log(line);
}
process.exitCode = report.failed === 0 ? 0 : 1;

import { format, resolveConfig } from 'prettier';
import { decisionTablePage } from './decisionTablePage.ts';
import { INTEGRATOR_GUIDE, integratorGuidePage } from './integratorTables.ts';

/** Pages that are written by a program, the whole page or its tables. */
export const PAGES: readonly { file: string; content: () => string }[] = [
    { file: 'docs/decision-table.md', content: decisionTablePage },
    { file: INTEGRATOR_GUIDE, content: integratorGuidePage }
];

/** The page as it should stand in its file. */
export async function written({ file, content }: (typeof PAGES)[number]): Promise<string> {
    return format(content(), { ...(await resolveConfig(file)), filepath: file });
}

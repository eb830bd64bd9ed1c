import { decisionTablePage } from './decisionTablePage.ts';

/** Pages that are written by a program, never by hand. */
export const PAGES: readonly { file: string; content: () => string }[] = [
    { file: 'docs/decision-table.md', content: decisionTablePage }
];

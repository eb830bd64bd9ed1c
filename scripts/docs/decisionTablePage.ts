import {
    decisionTable,
    type Row
} from '../../force-app/main/default/lwc/callbackResolver/__tests__/decisionTable.ts';

const SOURCES = {
    thisCall: 'chosen for this call',
    rule: 'rule',
    agentDefault: "agent's default",
    principal: 'principal number'
} as const;

/** The decision table as a page for people: one section a step, one line a row. */
export function decisionTablePage(): string {
    const sections = Object.entries(decisionTable).map(
        ([title, rows]) =>
            `## ${title}\n\n| | presented | because |\n|---|---|---|\n${rows.map(line).join('\n')}`
    );
    return [
        '# The decision table',
        '',
        'How a callback number is chosen, row by row. Written by `npx tsx scripts/docs/write.ts` from',
        '`force-app/main/default/lwc/callbackResolver/__tests__/decisionTable.ts`; the same rows are run',
        'against the resolver and, over HTTP, against the embedded org.',
        '',
        'Head office is the principal number; London belongs to the group Sales, where Anna is, and',
        'Berlin to Ben; Old town is retired. Anna calls +44 20 7946 0018 unless the row says otherwise.',
        '',
        sections.join('\n\n'),
        ''
    ].join('\n');
}

function line({ says, then, because }: Row): string {
    const rule = then.rule === undefined ? '' : ` \`${then.rule}\``;
    const [result, why] =
        'presents' in then
            ? [`**${then.presents}**`, `${SOURCES[then.source]}${rule}`]
            : ['**blocked**', `\`${then.blocked}\`${rule}`];
    return `| ${says} | ${result} | ${why}: ${because.map((code) => `\`${code}\``).join(' ')} |`;
}

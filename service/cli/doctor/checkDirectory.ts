import type { Connection } from 'jsforce';
import { createDirectory, lint, type Directory, type Rule } from '#resolver';
import { createDirectorySource } from '../../jsforce/directorySource.ts';
import { createFieldCatalog } from '../../jsforce/fieldCatalog.ts';
import { createWords } from '../../words.ts';
import { bad, good, warning, type Finding } from './findings.ts';

/** What is configured: whether a call could be made with it, and what is odd about it. */
export async function checkDirectory(connection: Connection): Promise<Finding[]> {
    const unusable: Finding[] = [];
    const source = createDirectorySource(connection, (message) =>
        unusable.push(warning(message, 'Complete the rule, or delete it.'))
    );
    const rows = await source.load();
    const directory = createDirectory(rows);
    return [
        good(
            `${rows.numbers.length} numbers, ${rows.agents.length} users, ${rows.assignments.length} assignments, ${rows.rules.length} rules`
        ),
        ...unusable,
        checkPrincipal(rows.policies, directory),
        ...(await checkSelectors(connection, rows.rules)),
        ...(await checkFields(connection, rows.rules)),
        ...checkRules(directory)
    ];
}

function checkPrincipal(
    policies: readonly { scope: string; principalNumberId?: string }[],
    directory: Directory
): Finding {
    const organization = policies.find(({ scope }) => scope === 'organization');
    const remedy = 'Set an active principal number in the policy of scope Organization.';
    if (!organization) {
        return bad('There is no policy for the organization', remedy);
    }
    const number = directory.numbers.get(organization.principalNumberId as never);
    if (!number) {
        return bad('The policy of the organization has no principal number', remedy);
    }
    return number.active
        ? good(`The principal number is ${number.label} (${number.number})`)
        : bad(`The principal number ${number.label} is retired`, remedy);
}

/** Every flow and Apex action that an active rule calls is there. */
async function checkSelectors(connection: Connection, rules: readonly Rule[]): Promise<Finding[]> {
    const selectors = rules.flatMap((rule) =>
        rule.type === 'customSelector' && rule.active ? [rule] : []
    );
    const known = new Map<string, Set<string>>();
    const findings: Finding[] = [];
    for (const { name, selector } of selectors) {
        const [kind, action] = selector.split(':');
        if (!known.has(kind)) {
            known.set(kind, await actionsOf(connection, kind));
        }
        if (!known.get(kind)!.has((action ?? '').toLowerCase())) {
            findings.push(
                warning(
                    `Rule "${name}" calls ${selector}, which the service's user cannot call`,
                    kind === 'apex'
                        ? 'Deploy the class and give the user access to it.'
                        : 'Activate the flow, autolaunched, and give the user the right to run flows.'
                )
            );
        }
    }
    return selectors.length > 0 && findings.length === 0
        ? [good(`All ${selectors.length} custom selectors can be called`)]
        : findings;
}

async function actionsOf(connection: Connection, kind: string): Promise<Set<string>> {
    if (kind !== 'flow' && kind !== 'apex') {
        return new Set();
    }
    const { actions } = await connection.request<{ actions: readonly { name: string }[] }>(
        `/services/data/v${connection.version}/actions/custom/${kind}`
    );
    return new Set(actions.map(({ name }) => name.toLowerCase()));
}

/** Every field that an active rule looks at can be read. */
async function checkFields(connection: Connection, rules: readonly Rule[]): Promise<Finding[]> {
    const catalog = createFieldCatalog(connection);
    const findings: Finding[] = [];
    let count = 0;
    for (const rule of rules) {
        if (rule.type !== 'recordField' || !rule.active) {
            continue;
        }
        count += 1;
        if ((await catalog.find(rule.objectApiName, rule.field)) === undefined) {
            findings.push(
                warning(
                    `Rule "${rule.name}" looks at ${rule.objectApiName}.${rule.field}, which the service's user cannot read`,
                    'Give the user the right to read the field, or correct the rule.'
                )
            );
        }
    }
    return count > 0 && findings.length === 0
        ? [good(`All fields that ${count} rules look at can be read`)]
        : findings;
}

function checkRules(directory: Directory): Finding[] {
    const words = createWords();
    const found = lint([...directory.rules.values()], directory);
    return found.length === 0
        ? [good('Nothing is odd about the rules')]
        : found.map((one) =>
              warning(words.finding(one, directory), 'Change, reorder or delete the rule.')
          );
}

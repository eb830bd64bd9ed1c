import { FROM_FILE, GROUPS, SPECS, type VariableName } from './variables.ts';

/** The table of all variables for the integrator's guide (Markdown). */
export function variablesAsMarkdown(): string {
    return GROUPS.map(({ title, names }) =>
        [
            `| ${title} | meaning | default | example |`,
            '|---|---|---|---|',
            ...names.map(
                (name) =>
                    `| ${nameWithFile(name)} | ${SPECS[name].desc} | ${codeOf(defaultOf(name)) || requiredOf(name)} | ${codeOf(SPECS[name].example)} |`
            )
        ].join('\n')
    ).join('\n\n');
}

/** The text of `.env.example`. */
export function envExample(): string {
    const groups = GROUPS.map(({ title, names }) =>
        [`# --- ${title} ---`, ...names.map(exampleLines)].join('\n')
    );
    return [
        '# Copy to .env and start with: node --env-file=.env --import tsx service/main.ts',
        '# Lines that start with #NAME are optional and show an example.',
        ...groups,
        ''
    ].join('\n\n');
}

function exampleLines(name: VariableName): string {
    const preset = defaultOf(name);
    const comment = `# ${SPECS[name].desc}${preset === undefined ? '' : ` (default: ${preset})`}`;
    const line = FROM_FILE.includes(name)
        ? `#${name}_FILE=./keys/${name.toLowerCase().replaceAll('_', '-')}`
        : `${isRequired(name) ? '' : '#'}${name}=${SPECS[name].example}`;
    return `${comment}\n${line}`;
}

function nameWithFile(name: VariableName): string {
    return FROM_FILE.includes(name) ? `\`${name}\` or \`${name}_FILE\`` : `\`${name}\``;
}

function isRequired(name: VariableName): boolean {
    return !('default' in SPECS[name]);
}

function requiredOf(name: VariableName): string {
    return isRequired(name) ? '**required**' : '';
}

function defaultOf(name: VariableName): string | undefined {
    const spec = SPECS[name] as { default?: unknown };
    return spec.default === undefined ? undefined : String(spec.default);
}

function codeOf(text: string | undefined): string {
    return text === undefined ? '' : `\`${text.replaceAll('|', '\\|')}\``;
}

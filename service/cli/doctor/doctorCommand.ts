import type { Command } from 'commander';
import type { Connection } from 'jsforce';
import { ConfigError } from '../../config/configError.ts';
import { toServiceError } from '../../jsforce/orgErrors.ts';
import { connect, surroundings } from '../connect.ts';
import { CommandError, EXIT, remedyOf, type CommandIo } from '../io.ts';
import { MARKS, plain, styleFor, type Style } from '../style.ts';
import { checkDirectory } from './checkDirectory.ts';
import { checkRights } from './checkRights.ts';
import { checkSoftphone } from './checkSoftphone.ts';
import { checkApiVersion, checkClock, checkLimits } from './connectionChecks.ts';
import { bad, good, type Finding } from './findings.ts';

/** `doctor`: whether the service could work with this org, and what to do where it could not. */
export function addDoctorCommand(program: Command, io: CommandIo, end: (code: number) => void) {
    program
        .command('doctor')
        .description(
            'Can it connect, which rights are missing, what is odd about the configuration. Exit code 1 if something is broken.'
        )
        .option('--json', 'for programs')
        .action(async ({ json }: { json?: boolean }) => {
            const style = styleFor(io);
            const findings: Finding[] = [];
            for await (const finding of examine(io)) {
                findings.push(finding);
                if (!json) {
                    io.out(`${line(finding, style)}\n`);
                }
            }
            const broken = findings.filter(({ status }) => status === 'bad').length;
            const warnings = findings.filter(({ status }) => status === 'warning').length;
            io.out(
                json
                    ? `${JSON.stringify({ healthy: broken === 0, findings }, null, 2)}\n`
                    : `\n${verdict(broken, warnings, style)}\n`
            );
            end(broken === 0 ? EXIT.ok : EXIT.failed);
        });
}

async function* examine(io: CommandIo): AsyncGenerator<Finding> {
    const { env, source } = surroundings(io);
    let connection: Connection;
    let username: string;
    try {
        connection = await connect(io);
        const identity = await connection.identity();
        username = identity.username;
        yield good(`Signed in to ${connection.instanceUrl} as ${username} (variables: ${source})`);
    } catch (error) {
        yield failed(error, 'Signing in');
        return;
    }
    const checks: [string, () => Promise<Finding | Finding[]>][] = [
        ['Asking for API versions', () => checkApiVersion(connection)],
        ['Comparing clocks', () => checkClock(connection)],
        ['Asking for limits', () => checkLimits(connection)],
        ['Looking at rights', () => checkRights(connection, username)],
        ['Reading what is configured', () => checkDirectory(connection)],
        ['Looking at the softphone', () => checkSoftphone(env)]
    ];
    for (const [doing, check] of checks) {
        try {
            yield* [await check()].flat();
        } catch (error) {
            yield failed(error, doing);
        }
    }
}

function failed(error: unknown, doing: string): Finding {
    if (error instanceof ConfigError) {
        return bad(error.message, 'Set these variables.');
    }
    if (error instanceof CommandError) {
        return bad(error.message, error.remedy);
    }
    const known = toServiceError(error, doing);
    return bad(
        known.message,
        known.code === 'ORG_REFUSED'
            ? 'Check the external client app, its user and the permission set Callback_Integration.'
            : remedyOf(known)
    );
}

function line({ status, text, remedy }: Finding, style: Style): string {
    const safe = text.split('\n').map(plain).join('\n  ');
    const todo = remedy === undefined ? '' : `\n  ${style.dim(`→ ${remedy}`)}`;
    switch (status) {
        case 'good':
            return `${style.green(MARKS.good)} ${safe}`;
        case 'bad':
            return `${style.red(`${MARKS.bad} ${safe}`)}${todo}`;
        case 'warning':
            return `${style.yellow(`${MARKS.warning} ${safe}`)}${todo}`;
    }
}

function verdict(broken: number, warnings: number, style: Style): string {
    const odd =
        warnings === 0 ? '' : ` ${warnings} ${warnings === 1 ? 'thing' : 'things'} to look at.`;
    return broken === 0
        ? style.green(`The service can work with this org.${odd}`)
        : style.red(`${broken} ${broken === 1 ? 'thing is' : 'things are'} broken.${odd}`);
}

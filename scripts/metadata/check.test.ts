import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, usePackageCopy } from './packageCopy.ts';

const copy = usePackageCopy();

function check(): { status: number | null; lines: string[] } {
    const script = join(PROJECT, 'scripts/metadata/check.ts');
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, copy.dir], {
        cwd: PROJECT,
        encoding: 'utf8'
    });
    return { status, lines: stdout.trim().split('\n') };
}

describe('npm run check:metadata', () => {
    it('ends with the count, and with exit code 0 when nothing is wrong', () => {
        const { status, lines } = check();
        expect(lines).toEqual([expect.stringMatching(/^\d+ passed, 0 failed$/)]);
        expect(status).toBe(0);
    });

    it('prints what is wrong where and what to do, and ends with exit code 1', () => {
        rmSync(copy.path('tabs/Callback_Policy_Setup.tab-meta.xml'));
        const { status, lines } = check();
        expect(lines).toEqual(
            expect.arrayContaining([
                expect.stringMatching(
                    /^force-app.*app-meta\.xml: has the tab Callback_Policy_Setup, .* — /
                ),
                expect.stringMatching(/^force-app.*Callback_Admin.*: grants tab .* — /)
            ])
        );
        expect(lines.at(-1)).toBe(`${counted(lines.at(-1))} passed, ${lines.length - 1} failed`);
        expect(status).toBe(1);
    });
});

function counted(line = ''): string | undefined {
    return /^(\d+) passed/.exec(line)?.[1];
}

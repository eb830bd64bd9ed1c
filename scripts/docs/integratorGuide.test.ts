import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, linesMissing } from './asPrinted.ts';
import { guideSteps, type GuideStep, type HttpText } from './guideSteps.ts';
import { GuideWorld, programsMissing } from './guideWorld.ts';

/** The guide's examples, done in their order: what it prints as an answer is what is answered. */

const steps = guideSteps(readFileSync('docs/guide-integrator.md', 'utf8'));
let world: GuideWorld;

beforeAll(async () => {
    world = await GuideWorld.start();
});

afterAll(async () => {
    await world?.stop();
});

async function compare(answer: HttpText, response: Response): Promise<string[]> {
    const text = await response.text();
    const head = differences(
        [answer.firstLine, answer.headers],
        [
            `HTTP/1.1 ${response.status} ${response.statusText}`,
            Object.fromEntries(
                Object.keys(answer.headers).map((name) => [name, response.headers.get(name)])
            )
        ],
        'head'
    );
    const type = response.headers.get('content-type') ?? '';
    const printed = world.filled(answer.body);
    if (type.includes('ndjson')) {
        return [...head, ...differences(lines(printed), lines(text))];
    }
    return type.includes('json')
        ? [...head, ...differences(JSON.parse(printed), JSON.parse(text))]
        : [...head, ...linesMissing(printed, text)];
}

async function differencesOf(step: GuideStep): Promise<string[]> {
    if (step.kind === 'request') {
        return compare(step.answer, await world.send(step.request));
    }
    const output = await (step.kind === 'shell'
        ? world.shell(step.code)
        : world.program(step.code));
    if (step.code.includes('cli -- token')) {
        world.remember('serviceToken', output.trim());
    }
    return linesMissing(world.filled(step.output ?? ''), output);
}

function lines(ndjson: string): unknown[] {
    return ndjson
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
}

describe('The guide for integrators', () => {
    for (const step of steps) {
        const missing = step.kind === 'shell' ? programsMissing(step.code) : [];
        const leftOut = missing.length > 0 ? ` (left out: no ${missing.join(', ')} here)` : '';
        it.skipIf(missing.length > 0)(`${step.title}${leftOut}`, async () => {
            expect(await differencesOf(step)).toEqual([]);
        });
    }

    it('has the dial that is sent twice in the log once', async () => {
        expect(await world.logged('pbx-7f3a9c')).toBe(1);
    });
});

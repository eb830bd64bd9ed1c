import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { guideSteps } from './guideSteps.ts';
import { INTEGRATOR_GUIDE } from './integratorTables.ts';

/** The guide's programs as files beside `service/`, where a reader would put them. */
const programs = new Map(
    guideSteps(readFileSync(INTEGRATOR_GUIDE, 'utf8'))
        .filter((step) => step.kind === 'program')
        .map(({ code }, at) => [path.resolve(`program${at}.mts`), code])
);

function mistakes(): string[] {
    const { config } = ts.readConfigFile('tsconfig.node.json', ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, '.');
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.fileExists = (file) => programs.has(path.resolve(file)) || fileExists(file);
    host.readFile = (file) => programs.get(path.resolve(file)) ?? readFile(file);
    const program = ts.createProgram([...programs.keys()], options, host);
    return [...programs.keys()].flatMap((file) => {
        const source = program.getSourceFile(file);
        return [
            ...program.getSyntacticDiagnostics(source),
            ...program.getSemanticDiagnostics(source)
        ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    });
}

describe("The guide's programs", () => {
    it('are TypeScript without mistakes', () => {
        expect(programs.size).toBe(2);
        expect(mistakes()).toEqual([]);
    });
});

import { DATE } from './date.ts';
import type { FunctionDefinition } from './definition.ts';
import { LOGIC } from './logic.ts';
import { NUMBER } from './number.ts';
import { TEXT } from './text.ts';

const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
    [LOGIC, TEXT, NUMBER, DATE].flatMap((table) => Object.entries(table))
);

/** @param name in capitals */
export function functionNamed(name: string): FunctionDefinition | undefined {
    return functions.get(name);
}

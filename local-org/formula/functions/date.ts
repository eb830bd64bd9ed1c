import type { Value } from '../../engine/types.ts';
import { dateText, datetimeText, momentOf } from '../dates.ts';
import { FormulaError } from '../formulaError.ts';
import { isBlank, numberOf } from '../values.ts';
import { ofValues, type FunctionDefinition, type FunctionTable } from './definition.ts';

export const DATE: FunctionTable = {
    TODAY: { least: 0, most: 0, run: (_args, _evaluate, { now }) => dateText(now) },
    NOW: { least: 0, most: 0, run: (_args, _evaluate, { now }) => datetimeText(now) },
    DATE: ofValues(3, 3, (values, at) => {
        const parts = values.map((value) => numberOf(value, at));
        if (parts.includes(null)) return null;
        const [year, month, day] = (parts as number[]).map((part) => Math.trunc(part));
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
        if (momentOf(text) === undefined) throw new FormulaError(`${text} is not a date`, at);
        return text;
    }),
    DATEVALUE: ofMoment((moment) => dateText(moment)),
    DATETIMEVALUE: ofMoment((moment) => datetimeText(moment)),
    YEAR: ofMoment((moment) => moment.getUTCFullYear()),
    MONTH: ofMoment((moment) => moment.getUTCMonth() + 1),
    DAY: ofMoment((moment) => moment.getUTCDate()),
    /** 1 is Sunday. */
    WEEKDAY: ofMoment((moment) => moment.getUTCDay() + 1)
};

function ofMoment(run: (moment: Date) => Value): FunctionDefinition {
    return ofValues(1, 1, ([value], at) => {
        if (isBlank(value)) return null;
        const moment = momentOf(spelledOut(value));
        if (moment === undefined) throw new FormulaError(`Got ${String(value)}`, at, 'a date');
        return run(new Date(moment));
    });
}

/** DATETIMEVALUE also takes `2026-01-31 17:00:00`. */
function spelledOut(value: Value): Value {
    if (typeof value !== 'string') return value;
    return value.replace(/^(\S+) (\d\d:\d\d:\d\d)Z?$/, '$1T$2Z');
}

function pad(part: number, length: number): string {
    return String(part).padStart(length, '0');
}

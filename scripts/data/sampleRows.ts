import type { Plan } from './plan.ts';

/** One record of the plan, as tests of the data like to read it. */
export type SampleRow = Readonly<Record<string, unknown>> & { readonly ref: string };

/** The records of an object, with references as they are but for the leading `@`. */
export function rowsOf(plan: Plan, object: string): SampleRow[] {
    return plan.steps
        .filter((step) => step.object === object)
        .flatMap(({ records }) => records)
        .map(({ ref, values }) => ({
            ref,
            ...Object.fromEntries(Object.entries(values).map(bare))
        }));
}

function bare([field, value]: [string, unknown]): [string, unknown] {
    return [field, typeof value === 'string' ? value.replace(/^@/, '') : value];
}

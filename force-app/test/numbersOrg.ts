import * as libphonenumber from 'libphonenumber-js/max';
import { executeMutation } from 'lightning/graphql';
import { loadScript } from 'lightning/platformResourceLoader';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { answerGraphql, type Asked } from './stubs/graphql';

/** An org that keeps numbers, as the page asks for them and writes them. */

type Fields = Readonly<Record<string, unknown>>;
interface Sent {
    readonly query: string;
    readonly variables: Readonly<Record<string, { readonly Id?: string } & Fields>>;
}
interface Adapter {
    emit(value: unknown, filter: (config: { objectApiName: string }) => boolean): void;
}

const NUMBER = 'Callback_Number__c';
const value = (of: unknown) => ({ value: of });

export const sent = executeMutation as unknown as jest.Mock<Promise<unknown>, [Sent]>;

export class Org {
    /** Records by object; of numbers all fields, of others what is asked. */
    readonly held: Record<string, Fields[]> = { [NUMBER]: [] };
    /** What the org says instead of saving, by label of the number. */
    readonly refusals: Record<string, string> = {};
    private stamp = 0;

    constructor() {
        answerGraphql((asked) => this.answer(asked));
        sent.mockReset().mockImplementation((one) => this.save(one));
        (loadScript as jest.Mock).mockReset().mockResolvedValue(undefined);
        Object.assign(window, { libphonenumber });
    }

    /** @returns its id */
    add(Name: string, Number__c: string, more: Fields = {}): string {
        const Id = `a00${String(this.held[NUMBER].length).padStart(12, '0')}AAA`;
        this.held[NUMBER].push({
            Id,
            Name,
            Number__c,
            Active__c: true,
            Country__c: null,
            Language__c: null,
            Description__c: null,
            ...this.stamped(),
            ...more
        });
        return Id;
    }

    /** Somebody writes. */
    change(id: string, fields: Fields): void {
        const at = this.held[NUMBER].findIndex(({ Id }) => Id === id);
        this.held[NUMBER][at] = { ...this.held[NUMBER][at], ...fields, ...this.stamped() };
    }

    number(id: string): Fields {
        return this.held[NUMBER].find((row) => row.Id === id)!;
    }

    private stamped(): Fields {
        this.stamp += 1;
        return { SystemModstamp: `stamp ${this.stamp}` };
    }

    private answer({ query, variables }: Asked) {
        const [, object] = /rows: (\w+)/.exec(query)!;
        const ids = variables.ids as readonly string[] | undefined;
        const rows = (this.held[object] ?? []).filter(
            (row) => object !== NUMBER || !ids || ids.includes(String(row.Id))
        );
        const edges = rows.map(({ Id, ...fields }) => ({
            node: {
                Id,
                ...Object.fromEntries(
                    Object.entries(fields).map(([name, of]) => [
                        name,
                        typeof of === 'object' && of !== null ? of : value(of)
                    ])
                )
            }
        }));
        const pageInfo = { hasNextPage: false, endCursor: null };
        return {
            data: { uiapi: { query: { rows: { edges, pageInfo, totalCount: edges.length } } } }
        };
    }

    private save({ variables }: Sent) {
        const errors: object[] = [];
        const saved = Object.entries(variables).map(([name, { Id, ...input }]) => {
            const fields = input[NUMBER] as Fields;
            const label = String(fields.Name ?? this.number(Id!).Name);
            if (label in this.refusals) {
                errors.push({ message: this.refusals[label], path: ['uiapi', name] });
                return [name, null];
            }
            if (Id) {
                this.change(Id, fields);
                return [name, { success: true }];
            }
            const { Name, Number__c, ...more } = fields;
            return [name, { Record: { Id: this.add(String(Name), String(Number__c), more) } }];
        });
        return Promise.resolve({ data: { uiapi: Object.fromEntries(saved) }, errors });
    }
}

/** What the platform says the user may do with numbers, and with rules. */
export function allow({ numbers = true, rules = true } = {}): void {
    for (const [object, may] of [
        [NUMBER, numbers],
        ['Callback_Rule__c', rules]
    ] as const) {
        (getObjectInfo as unknown as Adapter).emit(
            { createable: may, updateable: may, deletable: may },
            ({ objectApiName }) => objectApiName === object
        );
    }
}

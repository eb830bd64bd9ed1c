import { Compile } from 'typebox/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSoftphoneWorld } from '../softphone/testing/memoryWorld.ts';
import { startTestServer, type TestServer } from './testing/testServer.ts';

interface Schema {
    readonly $ref?: string;
    readonly type?: string;
    readonly description?: string;
    readonly title?: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
    readonly items?: Schema;
    readonly anyOf?: readonly Schema[];
    readonly examples?: readonly unknown[];
    readonly example?: unknown;
    readonly [keyword: string]: unknown;
}
interface Media {
    readonly schema: Schema;
    readonly example?: unknown;
}
interface Operation {
    readonly operationId: string;
    readonly summary: string;
    readonly tags: readonly string[];
    readonly security?: readonly Record<string, unknown>[];
    readonly parameters?: readonly {
        name: string;
        in: string;
        required: boolean;
        schema: Schema;
    }[];
    readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
    readonly responses: Readonly<
        Record<string, { description: string; content?: Readonly<Record<string, Media>> }>
    >;
}
interface Document {
    readonly openapi: string;
    readonly info: { title: string; version: string };
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: {
        readonly schemas: Readonly<Record<string, Schema>>;
        readonly securitySchemes: Readonly<Record<string, unknown>>;
    };
}

let world: TestServer;
let doc: Document;
beforeAll(async () => {
    world = await startSoftphoneWorld();
    doc = (await world.server.inject('/docs/json')).json();
});
afterAll(() => world.close());

const operations = () =>
    Object.entries(doc.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
    );

/** The schema with every reference put in its place; none of ours refer to themselves. */
function whole(schema: Schema): Schema {
    if (schema.$ref !== undefined) {
        const name = schema.$ref.replace('#/components/schemas/', '');
        expect(Object.keys(doc.components.schemas)).toContain(name);
        return whole(doc.components.schemas[name]);
    }
    return Object.fromEntries(
        Object.entries(schema).map(([key, value]) => [
            key,
            key === 'examples' ? value : deep(value)
        ])
    );
}
function deep(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(deep);
    }
    return typeof value === 'object' && value !== null ? whole(value as Schema) : value;
}

describe('the OpenAPI document', () => {
    it('is version 3.1 with everything that has an address', () => {
        expect(doc.openapi).toBe('3.1.0');
        expect(
            operations()
                .map(({ method, path }) => `${method} ${path}`)
                .sort()
        ).toEqual([
            'delete /softphone/session',
            'get /healthz',
            'get /metrics',
            'get /problems/{name}',
            'get /readyz',
            'get /softphone/calls/{dialKey}',
            'get /softphone/numbers',
            'get /softphone/session',
            'get /v1/agents/{id}/callback-numbers',
            'post /softphone/calls/{dialKey}/end',
            'post /softphone/default',
            'post /softphone/dials',
            'post /softphone/session',
            'post /softphone/sign-in',
            'post /v1/decisions',
            'post /v1/decisions/batch',
            'post /v1/decisions/explain',
            'post /v1/decisions/phone',
            'post /v1/directory/reload',
            'put /v1/agents/{id}/default-callback-number'
        ]);
    });

    it('describes every operation: a name of its own, a summary, parameters, security', () => {
        const ids = operations().map(({ operation }) => operation.operationId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { path, operation } of operations()) {
            expect(operation.summary).toMatch(/\S/);
            expect(operation.tags).toHaveLength(1);
            const named = (operation.parameters ?? []).filter((one) => one.in === 'path');
            expect(named.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
            if (path.startsWith('/v1/')) {
                expect(operation.security?.length).toBeGreaterThan(0);
                expect(Object.keys(operation.responses)).toEqual(
                    expect.arrayContaining(['200', '401', '403', '500', '503'])
                );
            }
            for (const need of operation.security ?? []) {
                for (const scheme of Object.keys(need)) {
                    expect(Object.keys(doc.components.securitySchemes)).toContain(scheme);
                }
            }
        }
    });

    it('describes every answer, and every problem as one', () => {
        for (const { operation } of operations()) {
            for (const [status, { description, content = {} }] of Object.entries(
                operation.responses
            )) {
                expect(description).toMatch(/\S/);
                expect(description).not.toBe('Default Response');
                const types = Object.keys(content);
                expect(types).toHaveLength(status === '204' ? 0 : 1);
                expect(types[0] === 'application/problem+json').toBe(Number(status) >= 400);
            }
        }
    });

    it('has a description and an example for every field', () => {
        const missing: string[] = [];
        const look = (schema: Schema, at: string): void => {
            for (const [name, property] of Object.entries(schema.properties ?? {})) {
                const field = `${at}.${name}`;
                if (property.$ref !== undefined) {
                    expect(whole(property).description).toMatch(/\S/);
                    continue;
                }
                const nested = property.properties ?? property.items ?? property.anyOf;
                const shown = property.examples ?? property.example ?? property.const;
                if (!property.description || (shown === undefined && nested === undefined)) {
                    missing.push(field);
                }
                look(property, field);
            }
            if (schema.items) {
                look(schema.items, `${at}[]`);
            }
        };
        for (const [name, schema] of Object.entries(doc.components.schemas)) {
            look(schema, name);
        }
        expect(missing).toEqual([]);
    });

    it('has only examples that fit their schemas', () => {
        let seen = 0;
        const check = (given: Schema): void => {
            const schema = whole(given);
            const { examples = [], ...rule } = schema;
            for (const example of [...examples, ...('example' in schema ? [schema.example] : [])]) {
                seen += 1;
                const checker = Compile(rule as object);
                expect([
                    example,
                    [...checker.Errors(example)].map(({ message }) => message)
                ]).toEqual([example, []]);
            }
            for (const property of Object.values(given.properties ?? {})) {
                check(property);
            }
            if (given.items) {
                check(given.items);
            }
        };
        for (const schema of Object.values(doc.components.schemas)) {
            check(schema);
        }
        for (const { operation } of operations()) {
            for (const { schema } of operation.parameters ?? []) {
                check(schema);
            }
            for (const media of Object.values(operation.requestBody?.content ?? {})) {
                check({
                    ...media.schema,
                    ...(media.example !== undefined && { examples: [media.example] })
                });
            }
        }
        expect(seen).toBeGreaterThan(60);
    });

    it('is shown as a page, and can be left out', async () => {
        expect((await world.server.inject('/docs')).body).toContain('swagger-ui');
        const without = await startTestServer({ docs: false });
        expect((await without.server.inject('/docs')).statusCode).toBe(404);
        await without.close();
    });
});

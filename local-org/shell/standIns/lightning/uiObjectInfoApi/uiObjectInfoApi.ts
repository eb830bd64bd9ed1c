import type { ObjectInfo, PicklistValues } from 'lightning/uiObjectInfoApi';
import { frozen, send } from 'platform/uiApi';

/**
 * Stand-in for `lightning/uiObjectInfoApi`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-object-info.html
 */

interface Result<Data> {
    readonly data?: Data;
    readonly error?: unknown;
}

type Config = Readonly<Record<string, unknown>>;

/** By address: what objects and lists are like does not change while the page is open. */
const remembered = new Map<string, Promise<Result<unknown>>>();

/** A wire that gives what its configuration asks for, once it is whole. */
abstract class Wire<Data> {
    private readonly give: (result: Result<Data>) => void;
    private wanted = 0;
    private isConnected = false;

    constructor(give: (result: Result<Data>) => void) {
        this.give = give;
        give({});
    }

    connect(): void {
        this.isConnected = true;
    }
    disconnect(): void {
        this.isConnected = false;
    }

    update(config: Config): void {
        const wanted = ++this.wanted;
        void this.ask(config)?.then((result) => {
            if (this.isConnected && this.wanted === wanted) {
                this.give(result);
            }
        });
    }

    /** Nothing while the configuration is not whole. */
    protected abstract ask(config: Config): Promise<Result<Data>> | undefined;
}

export class getObjectInfo extends Wire<ObjectInfo> {
    protected ask({ objectApiName }: Config): Promise<Result<ObjectInfo>> | undefined {
        const name = nameOf(objectApiName);
        return name ? infoOf(name) : undefined;
    }
}

interface ObjectInfos {
    readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

export class getObjectInfos extends Wire<ObjectInfos> {
    protected ask({ objectApiNames }: Config): Promise<Result<ObjectInfos>> | undefined {
        const names = Array.isArray(objectApiNames) ? objectApiNames.map(nameOf) : [];
        if (names.length === 0 || names.includes(undefined)) {
            return undefined;
        }
        return Promise.all(names.map((name) => infoOf(name!))).then((infos) => ({
            data: frozen({
                results: infos.map(({ data, error }) => {
                    const { status = 200, body } = (error ?? {}) as {
                        status?: number;
                        body?: unknown;
                    };
                    return { statusCode: status, result: data ?? body };
                })
            }),
            error: undefined
        }));
    }
}

export class getPicklistValues extends Wire<PicklistValues> {
    protected ask({
        recordTypeId,
        fieldApiName
    }: Config): Promise<Result<PicklistValues>> | undefined {
        const [object, field] = fieldOf(fieldApiName);
        if (typeof recordTypeId !== 'string' || !object || !field) {
            return undefined;
        }
        const path = ['object-info', object, 'picklist-values', recordTypeId, field];
        return read(`ui-api/${path.map(encodeURIComponent).join('/')}`);
    }
}

/** As text, or as `@salesforce/schema` gives it. */
function nameOf(object: unknown): string | undefined {
    return typeof object === 'string'
        ? object
        : (object as { objectApiName?: string } | null | undefined)?.objectApiName;
}

function fieldOf(field: unknown): readonly (string | undefined)[] {
    if (typeof field === 'string') {
        return field.split('.');
    }
    const named = field as { objectApiName?: string; fieldApiName?: string } | null | undefined;
    return [named?.objectApiName, named?.fieldApiName];
}

function infoOf(object: string): Promise<Result<ObjectInfo>> {
    return read(`ui-api/object-info/${encodeURIComponent(object)}`);
}

/** What was refused is asked anew the next time. */
function read<Data>(path: string): Promise<Result<Data>> {
    const known = remembered.get(path);
    if (known) {
        return known as Promise<Result<Data>>;
    }
    const asked = send<Data>('GET', path).then(
        (data): Result<Data> => ({ data: frozen(data), error: undefined }),
        (error: unknown): Result<Data> => {
            remembered.delete(path);
            return { data: undefined, error: frozen(error) };
        }
    );
    remembered.set(path, asked);
    return asked;
}

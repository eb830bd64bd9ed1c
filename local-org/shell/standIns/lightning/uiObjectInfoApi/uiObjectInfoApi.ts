import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import { frozen, send } from 'platform/uiApi';

/**
 * Stand-in for `lightning/uiObjectInfoApi`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-object-info.html
 */

type Result = { readonly data?: ObjectInfo; readonly error?: unknown };

const remembered = new Map<string, Promise<Result>>();

export class getObjectInfo {
    private readonly give: (result: Result) => void;
    private wanted: string | undefined;
    private isConnected = false;

    constructor(give: (result: Result) => void) {
        this.give = give;
        give({});
    }

    connect(): void {
        this.isConnected = true;
    }
    disconnect(): void {
        this.isConnected = false;
    }

    update({ objectApiName }: { readonly objectApiName?: unknown }): void {
        this.wanted = nameOf(objectApiName);
        void this.read();
    }

    private async read(): Promise<void> {
        const { wanted } = this;
        if (wanted) {
            const result = await infoOf(wanted);
            if (this.isConnected && this.wanted === wanted) {
                this.give(result);
            }
        }
    }
}

/** As text, or as `@salesforce/schema` gives it. */
function nameOf(object: unknown): string | undefined {
    return typeof object === 'string'
        ? object
        : (object as { objectApiName?: string } | null | undefined)?.objectApiName;
}

function infoOf(object: string): Promise<Result> {
    const known = remembered.get(object);
    if (known) {
        return known;
    }
    const asked = send<ObjectInfo>('GET', `ui-api/object-info/${encodeURIComponent(object)}`).then(
        (info): Result => ({ data: frozen(info), error: undefined }),
        (error: unknown): Result => {
            remembered.delete(object);
            return { data: undefined, error: frozen(error) };
        }
    );
    remembered.set(object, asked);
    return asked;
}

/** The frame of the softphone as far as HTTP sees it: its cookies, and what a browser adds. */

export interface Sent {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly payload?: string;
}
export interface Received {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | undefined>>;
    readonly setCookies: readonly string[];
    readonly text: string;
}
export type Send = (request: Sent) => Promise<Received>;

export interface Answer extends Received {
    readonly body: Record<string, unknown>;
}

export class AgentBrowser {
    /** By name; may be tampered with. */
    readonly cookies = new Map<string, string>();
    readonly #send: Send;
    readonly #origin: string;

    constructor(send: Send, origin: string) {
        this.#send = send;
        this.#origin = origin;
    }

    /** As the page's own script asks; `headers` replace what the browser adds, '' takes away. */
    async ask(
        method: string,
        path: string,
        body?: unknown,
        headers: Readonly<Record<string, string>> = {}
    ): Promise<Answer> {
        const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const all = {
            'sec-fetch-site': 'same-origin',
            ...(method !== 'GET' && { origin: this.#origin }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(cookie && { cookie }),
            ...headers
        };
        const received = await this.#send({
            method,
            path,
            headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
            ...(body !== undefined && {
                payload: typeof body === 'string' ? body : JSON.stringify(body)
            })
        });
        this.#keep(received.setCookies);
        const isJson = received.headers['content-type']?.includes('json');
        return { ...received, body: isJson ? JSON.parse(received.text) : {} };
    }

    #keep(setCookies: readonly string[]): void {
        for (const line of setCookies) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
            if (/;\s*max-age=0/i.test(line)) {
                this.cookies.delete(name);
            } else {
                this.cookies.set(name, value);
            }
        }
    }
}

/** Over the network. */
export function sendTo(url: string): Send {
    return async ({ method, path, headers, payload }) => {
        const answer = await fetch(`${url}${path}`, { method, headers, body: payload });
        return {
            status: answer.status,
            headers: Object.fromEntries(answer.headers),
            setCookies: answer.headers.getSetCookie(),
            text: await answer.text()
        };
    };
}

/** A message that arrives at the window, as far as it matters here. */
export interface HostMessage {
    readonly data: unknown;
    readonly origin: string;
    readonly ports: readonly MessagePort[];
    stopImmediatePropagation(): void;
}

export interface HostGateOptions {
    /** Origins of the org: what the service calls SOFTPHONE_ORG_ORIGINS. */
    readonly orgOrigins: readonly string[];
    /** Of this page. */
    readonly ownOrigin: string;
    /** Gives the window the message that setting up begins with, as if it came from there. */
    handOn(message: {
        readonly data: unknown;
        readonly origin: string;
        readonly ports: readonly MessagePort[];
    }): void;
}

/** One that the SDK takes; nobody can have it, `example` is reserved. */
const AS_SALESFORCE = 'https://embedded-org.example.lightning.force.com';

/**
 * Who may set the connector up: pages of the org, and nobody else. Whoever does so dials in the
 * agent's name, and the SDK would let any page of any Salesforce customer do it. It stops listening
 * after the first attempt, too, even one that it refuses: a stranger's would leave the agent
 * without telephone.
 *
 * The embedded org is no domain of Salesforce's, so the SDK would refuse it. Where page and org are
 * both on this very computer its message is handed on under an origin that the SDK takes; anywhere
 * else the SDK has the last word.
 *
 * @returns the listener for `message`, to be added before the SDK adds its own
 */
export function createHostGate({
    orgOrigins,
    ownOrigin,
    handOn
}: HostGateOptions): (message: HostMessage) => void {
    let handingOn = false;
    return (message) => {
        const { data, origin, ports } = message;
        if (!isSetUp(data) || handingOn) {
            return;
        }
        if (!orgOrigins.includes(origin)) {
            message.stopImmediatePropagation();
        } else if (isLoopback(origin) && isLoopback(ownOrigin)) {
            message.stopImmediatePropagation();
            handingOn = true;
            handOn({ data, origin: AS_SALESFORCE, ports });
            handingOn = false;
        }
    };
}

function isSetUp(data: unknown): boolean {
    return (data as { readonly type?: unknown } | null)?.type === 'SETUP_CONNECTOR';
}

function isLoopback(origin: string): boolean {
    try {
        const { hostname } = new URL(origin);
        return (
            hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
        );
    } catch {
        return false;
    }
}

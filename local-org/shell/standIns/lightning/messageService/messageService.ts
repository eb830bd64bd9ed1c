import type { MessageChannel, Scope, Subscription } from 'lightning/messageService';
import { publishByName, subscribeByName } from 'platform/channels';

/**
 * Stand-in for `lightning/messageService`. Follows
 * https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel.html
 */

export const APPLICATION_SCOPE = Object.freeze({
    scope: 'APPLICATION'
}) as unknown as Scope;

const context = Object.freeze({});
const ends = new WeakMap<object, () => void>();

export class MessageContext {
    constructor(give: (context: object) => void) {
        give(context);
    }
    connect(): void {
        // There is one context, and it is always there.
    }
    update(): void {
        // It depends on nothing.
    }
    disconnect(): void {
        // Subscriptions are ended by those who made them.
    }
}

export function createMessageContext(): object {
    return context;
}

export function releaseMessageContext(): void {
    // One context for all: nothing to release.
}

export function publish(_context: object, channel: MessageChannel, message: object): void {
    publishByName(nameOf(channel), message);
}

/** Pages of this app are never hidden and kept: every subscriber is in the active area. */
export function subscribe(
    _context: object,
    channel: MessageChannel,
    listener: (message: unknown) => void
): Subscription {
    const subscription = Object.freeze({ channelName: nameOf(channel) });
    ends.set(subscription, subscribeByName(nameOf(channel), listener));
    return subscription as unknown as Subscription;
}

export function unsubscribe(subscription: Subscription | null | undefined): void {
    if (subscription) {
        ends.get(subscription)?.();
        ends.delete(subscription);
    }
}

function nameOf(channel: MessageChannel): string {
    return (channel as unknown as { channelName: string }).channelName;
}

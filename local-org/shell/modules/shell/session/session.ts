/** Service. Being somebody else: a new session, and every window of this browser with it. */

const others = new BroadcastChannel('local-org-user');

/** The session of the windows that are open is over: they load anew. */
export function followUserChanges(): void {
    others.addEventListener('message', () => window.location.reload());
}

/** Ends with a new page. @throws Error with the org's reason, where it refuses */
export async function changeUser(username: string): Promise<void> {
    const answer = await fetch('/lightning/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username })
    });
    if (!answer.ok) {
        const { error = `HTTP ${answer.status}` } = (await answer.json().catch(() => ({}))) as {
            error?: string;
        };
        throw new Error(error);
    }
    others.postMessage('changed');
    window.location.reload();
}

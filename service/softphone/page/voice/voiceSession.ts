import type { SessionAnswer, SoftphoneService } from '../client/service.ts';
import type { SignInTrouble, SoftphoneState } from '../client/types.ts';

export interface VoiceSessionOptions {
    readonly service: SoftphoneService;
    signIn(): Promise<SessionAnswer>;
    /** While the service is away: when to look again. */
    pause(): Promise<void>;
    show(state: SoftphoneState): void;
    /** The agent has signed in, where they were not before. */
    onSignedIn(): void;
    onSignedOut(): void;
}

/** Who is signed in to the service, and what the page of the connector shows of it. */
export interface VoiceSession {
    /** @returns whether somebody is signed in */
    begin(): Promise<boolean>;
    signIn(): Promise<void>;
    /** Asks again who is signed in. */
    retry(): Promise<void>;
    /** Salesforce signs the agent out. @returns false where the service gave no answer */
    signOut(): Promise<boolean>;
    /** The agent signs out on the page itself. */
    leave(): Promise<void>;
    /** Asks whether somebody still is, and shows it where nobody is. Without an answer, nothing changes. */
    isThere(): Promise<boolean>;
    /** The service has said that nobody is signed in any more. */
    lose(trouble?: SignInTrouble): void;
}

export function createVoiceSession(options: VoiceSessionOptions): VoiceSession {
    const { service, show } = options;
    let state: SoftphoneState = { kind: 'starting' };
    let attempts = 0;

    function become(next: SoftphoneState): void {
        state = next;
        show(state);
    }

    function take(answer: SessionAnswer): void {
        switch (answer.kind) {
            case 'signedIn':
                become({ kind: 'ready', agent: answer.agent });
                break;
            case 'away':
                stayAway();
                break;
            case 'trouble':
                become({ kind: 'signedOut', trouble: answer.trouble });
                break;
            default:
                become({ kind: 'signedOut' });
        }
    }

    /** What Salesforce has not been told yet by the answer to `begin`. */
    function takeLater(answer: SessionAnswer): void {
        take(answer);
        if (answer.kind === 'signedIn') {
            options.onSignedIn();
        }
    }

    function stayAway(): void {
        become({ kind: 'away' });
        const away = state;
        void options.pause().then(async () => {
            const answer = state === away ? await service.session() : undefined;
            if (answer && state === away) {
                takeLater(answer);
            }
        });
    }

    function lose(trouble?: SignInTrouble): void {
        if (state.kind === 'ready') {
            become({ kind: 'signedOut', ...(trouble && { trouble }) });
            options.onSignedOut();
        }
    }

    async function signOut(): Promise<boolean> {
        const answer = await service.signOut();
        if (answer.kind === 'signedOut') {
            become({ kind: 'signedOut' });
        }
        return answer.kind === 'signedOut';
    }

    return {
        async begin() {
            become({ kind: 'starting' });
            const answer = await service.session();
            take(answer);
            return answer.kind === 'signedIn';
        },
        async signIn() {
            const attempt = ++attempts;
            become({ kind: 'signingIn' });
            const answer = await options.signIn();
            if (attempt === attempts && state.kind === 'signingIn') {
                takeLater(answer);
            }
        },
        async retry() {
            become({ kind: 'starting' });
            takeLater(await service.session());
        },
        signOut,
        async leave() {
            if (await signOut()) {
                options.onSignedOut();
            }
        },
        async isThere() {
            const { kind } = await service.session();
            if (kind === 'signedOut') {
                lose();
            }
            return kind !== 'signedOut';
        },
        lose
    };
}

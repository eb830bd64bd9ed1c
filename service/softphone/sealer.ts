import { EncryptJWT, jwtDecrypt } from 'jose';

/** What a cookie is for: one kind is never taken for another. */
export type SealedKind = 'attempt' | 'session';

/** Writes what only this service can read, and notices every change. */
export interface Sealer {
    seal(
        kind: SealedKind,
        claims: Readonly<Record<string, unknown>>,
        lifetimeMs: number
    ): Promise<string>;
    /** @returns undefined for anything that is not whole, of this kind, of this service, and in time */
    open(
        kind: SealedKind,
        text: string | undefined
    ): Promise<Readonly<Record<string, unknown>> | undefined>;
}

export interface SealerOptions {
    /** 32 bytes. */
    readonly key: Uint8Array;
    /** Origin of the service: what another one sealed with the same key is not ours. */
    readonly issuer: string;
    readonly now: () => number;
}

const seconds = (ms: number): number => Math.floor(ms / 1_000);

export function createSealer({ key, issuer, now }: SealerOptions): Sealer {
    return {
        seal: (kind, claims, lifetimeMs) =>
            new EncryptJWT({ ...claims })
                .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
                .setIssuer(issuer)
                .setAudience(kind)
                .setIssuedAt(seconds(now()))
                .setExpirationTime(seconds(now() + lifetimeMs))
                .encrypt(key),
        async open(kind, text) {
            if (text === undefined) {
                return undefined;
            }
            try {
                const { payload } = await jwtDecrypt(text, key, {
                    issuer,
                    audience: kind,
                    keyManagementAlgorithms: ['dir'],
                    contentEncryptionAlgorithms: ['A256GCM'],
                    requiredClaims: ['iat', 'exp'],
                    currentDate: new Date(now())
                });
                return payload;
            } catch {
                // Run out, changed, or sealed by somebody else: all the same to whoever sent it.
                return undefined;
            }
        }
    };
}

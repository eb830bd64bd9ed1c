import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { CryptoKey } from 'jose';

/** A key pair and a way to sign with it, for tests. */
export interface TestKeys {
    readonly alg: string;
    readonly publicPem: string;
    readonly publicJwk: JWK;
    sign(claims: Record<string, unknown>, options?: SignOptions): Promise<string>;
}

interface SignOptions {
    readonly expiresAt?: number | null;
    readonly header?: Record<string, unknown>;
}

export const ISSUER = 'https://telephony.example';
export const AUDIENCE = 'callback-numbers';

export async function testKeys(alg = 'EdDSA', kid = 'one'): Promise<TestKeys> {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    return {
        alg,
        publicPem: await exportSPKI(publicKey as CryptoKey),
        publicJwk: { ...(await exportJWK(publicKey as CryptoKey)), kid, alg },
        sign(claims, { expiresAt, header } = {}) {
            const jwt = new SignJWT({
                iss: ISSUER,
                aud: AUDIENCE,
                sub: 'pbx',
                scope: 'decide',
                ...claims
            }).setProtectedHeader({ alg, kid, ...header });
            if (expiresAt !== null) {
                jwt.setExpirationTime(expiresAt ?? '10m');
            }
            return jwt.sign(privateKey);
        }
    };
}

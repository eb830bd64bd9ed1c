import type { TwilioConfig } from '../telephony/twilio/twilio.ts';
import type { VonageConfig } from '../telephony/vonage/vonage.ts';
import type { JwtAlgorithm, LogLevel } from './variables.ts';

/** How the service signs in to its org: exactly one of two OAuth flows. */
export type OrgGrant =
    | { readonly kind: 'clientCredentials'; readonly clientSecret: string }
    | {
          readonly kind: 'jwtBearer';
          readonly username: string;
          /** PEM. */
          readonly privateKey: string;
          readonly audience: string;
      };

export interface OrgConfig {
    readonly loginUrl: string;
    readonly instanceUrl?: string;
    readonly clientId: string;
    readonly grant: OrgGrant;
    /** Such as `66.0`. */
    readonly apiVersion: string;
    readonly timeoutMs: number;
}

/** Where the keys of service credentials come from. */
export type CredentialKeys =
    | { readonly kind: 'pem'; readonly pem: string }
    | { readonly kind: 'jwks'; readonly json: string }
    | { readonly kind: 'jwksUrl'; readonly url: string };

export interface ServiceCredentialConfig {
    readonly issuer: string;
    readonly audience: string;
    readonly algorithms: readonly JwtAlgorithm[];
    readonly keys: CredentialKeys;
}

export interface HttpConfig {
    readonly host: string;
    readonly port: number;
    readonly trustProxy: readonly string[];
    readonly corsOrigins: readonly string[];
    readonly metricsPublic: boolean;
    readonly docs: boolean;
    readonly shutdownSeconds: number;
}

/** The page agents work with inside the org's softphone, and how they sign in to it. */
export interface SoftphoneConfig {
    /** Folder with the built page. */
    readonly folder: string;
    /** Origin of the service as browsers see it. */
    readonly url: string;
    /** Origins that may show the page; the first one serves the Open CTI script. */
    readonly orgOrigins: readonly string[];
    readonly clientId: string;
    readonly clientSecret?: string;
    /** 32 bytes. */
    readonly sessionKey: Uint8Array;
}

/** What makes the softphone's calls. */
export type TelephonyConfig =
    | ({ readonly kind: 'vonage' } & VonageConfig)
    | ({ readonly kind: 'twilio' } & TwilioConfig)
    /** The agents' own telephones, which ask for their number by the SIP edge. */
    | { readonly kind: 'phones' };

export interface Config {
    readonly org: OrgConfig;
    readonly http: HttpConfig;
    /** Missing: only agents can sign in. */
    readonly serviceCredential?: ServiceCredentialConfig;
    /** Missing: there is no softphone page. */
    readonly softphone?: SoftphoneConfig;
    /** Missing: the softphone only decides. */
    readonly telephony?: TelephonyConfig;
    readonly reloadSeconds: number;
    /** Between two looks for changes; 0 for never. */
    readonly changesSeconds: number;
    readonly selectorTimeoutMs: number;
    readonly spoolFile?: string;
    readonly log: { readonly level: LogLevel; readonly fullNumbers: boolean };
}

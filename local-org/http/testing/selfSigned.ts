import { createSign, type KeyPairKeyObjectResult } from 'node:crypto';

/**
 * A self-signed X.509 certificate for tests, in PEM. Node can read certificates but not make them,
 * and one in the repository would come with a private key.
 */
export function selfSigned({ publicKey, privateKey }: KeyPairKeyObjectResult): string {
    const algorithm = sequence(oid('2a864886f70d01010b'), der(0x05)); // sha256WithRSAEncryption
    const name = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from('test')))));
    const body = sequence(
        der(0xa0, der(0x02, Buffer.from([2]))), // version 3
        der(0x02, Buffer.from([1])), // serial number
        algorithm,
        name,
        sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('490101000000Z'))),
        name,
        publicKey.export({ type: 'spki', format: 'der' })
    );
    const signature = createSign('sha256').update(body).sign(privateKey);
    const bits = der(0x03, Buffer.from([0]), signature);
    const lines = sequence(body, algorithm, bits)
        .toString('base64')
        .match(/.{1,64}/g)!;
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
}

function sequence(...parts: Buffer[]): Buffer {
    return der(0x30, ...parts);
}

function oid(hex: string): Buffer {
    return der(0x06, Buffer.from(hex, 'hex'));
}

/** Tag, length, content: the one form of everything in DER. */
function der(tag: number, ...parts: Buffer[]): Buffer {
    const content = Buffer.concat(parts);
    const { length } = content;
    const size =
        length < 0x80
            ? [length]
            : length < 0x100
              ? [0x81, length]
              : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

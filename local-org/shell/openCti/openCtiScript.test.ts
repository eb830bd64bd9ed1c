import { runInNewContext } from 'node:vm';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { openCtiRoutes } from './openCtiScript.ts';

describe('opencti_min.js', () => {
    const app = Fastify();
    afterAll(() => app.close());

    it('is a plain script that sets sforce.opencti and leaves the rest of sforce alone', async () => {
        await app.register(openCtiRoutes);
        const { statusCode, headers, body } = await app.inject(
            '/support/api/66.0/lightning/opencti_min.js'
        );
        expect(statusCode).toBe(200);
        expect(headers['content-type']).toContain('javascript');

        const page = {
            URLSearchParams,
            location: { search: '' },
            addEventListener: () => undefined,
            sforce: { one: 1 } as Record<string, unknown>
        };
        runInNewContext(body, page);
        expect(page.sforce.one).toBe(1);
        expect(Object.keys(page.sforce.opencti as object)).toContain('onClickToDial');
    });
});

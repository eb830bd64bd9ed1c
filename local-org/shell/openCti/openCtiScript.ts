import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FastifyInstance } from 'fastify';

const ENTRY = fileURLToPath(new URL('./opencti.browser.ts', import.meta.url));

/** One plain script without modules, as a `<script src>` of a foreign page needs it. */
export async function buildOpenCtiScript(): Promise<string> {
    const { outputFiles } = await build({
        entryPoints: [ENTRY],
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2020',
        write: false
    });
    return outputFiles[0].text;
}

/** Where every org has it: without sign-in, for pages of any origin. */
export async function openCtiRoutes(app: FastifyInstance): Promise<void> {
    let script: Promise<string> | undefined;
    for (const file of ['opencti_min.js', 'opencti.js']) {
        app.get(`/support/api/:version/lightning/${file}`, async (_request, reply) => {
            script ??= buildOpenCtiScript();
            return reply
                .type('application/javascript;charset=UTF-8')
                .header('cross-origin-resource-policy', 'cross-origin')
                .header('cache-control', 'public, max-age=3600')
                .send(await script);
        });
    }
}

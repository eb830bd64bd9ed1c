import { fileURLToPath } from 'node:url';

const PACKAGES = new URL('../../node_modules/', import.meta.url);

/**
 * Where the content of each static resource comes from. The package keeps what the resource is
 * (`staticresources/*.resource-meta.xml`); `npm run build` copies the content beside it.
 */
const SOURCES: Readonly<Record<string, string>> = {
    // The full metadata set, as the service uses it: both must read the same numbers.
    libphonenumber: 'libphonenumber-js/bundle/libphonenumber-max.js',
    papaparse: 'papaparse/papaparse.min.js',
    chartjs: 'chart.js/dist/chart.umd.min.js'
};

export const STATIC_RESOURCES: readonly string[] = Object.keys(SOURCES);

/** The file that holds the content; undefined for a resource that nothing is known of. */
export function staticResourceFile(name: string): string | undefined {
    return Object.hasOwn(SOURCES, name)
        ? fileURLToPath(new URL(SOURCES[name], PACKAGES))
        : undefined;
}

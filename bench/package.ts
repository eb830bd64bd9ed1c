import { packageJavaScriptBytes } from '../browser/ownBytes.ts';

/** How much JavaScript of ours a page loads that holds every component of the package. */
const { raw, gzip } = await packageJavaScriptBytes();
console.log(JSON.stringify({ own_javascript_bytes: raw, own_javascript_gzip_bytes: gzip }));

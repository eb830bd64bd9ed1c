/** A page that holds base components as our pages use them, for the test of what the shell brings. */
import { createElement } from 'lwc';
import SamplerPage from 'sampler/page';

document.body.append(createElement('sampler-page', { is: SamplerPage }));

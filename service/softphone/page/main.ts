/** Starts the softphone page: Open CTI, the service and the browser on one side, the face on the other. */
import { createElement } from 'lwc';
import SoftphoneApp from 'softphone/app';
import { createHttpService } from './client/httpService.ts';
import { createOpenCtiPort, type OpenCtiApi } from './client/openCti.ts';
import { signIn } from './client/signIn.ts';
import { createSoftphone } from './client/softphone.ts';
import { pageInLanguageOf, signInBrowser } from './thisPage.ts';
import { outcomeWords } from './words.ts';

const LOOK_AGAIN_MS = 5_000;
const LOOK_AT_CALL_MS = 1_000;

declare const window: Window & { readonly sforce?: { readonly opencti?: OpenCtiApi } };

const service = createHttpService((address, request) => fetch(address, request));
// A page that is opened by hand has no page around it that could answer.
const api = window.parent === window ? undefined : window.sforce?.opencti;
const face = createElement('softphone-app', { is: SoftphoneApp });

const softphone = createSoftphone({
    service,
    openCti:
        api &&
        createOpenCtiPort(api, (method, errors) => {
            // For whoever sets Open CTI up; an agent can do nothing about it.
            // eslint-disable-next-line no-console
            console.warn(`Open CTI refused ${method}:`, errors);
        }),
    words: outcomeWords,
    signIn: () => signIn(service, signInBrowser),
    pause: () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS)),
    moment: () => new Promise((resolve) => setTimeout(resolve, LOOK_AT_CALL_MS)),
    now: Date.now,
    newKey: () => crypto.randomUUID(),
    show: (state) => {
        face.state = state;
    }
});

const asked: Readonly<Record<string, () => unknown>> = {
    signin: async () => {
        await softphone.signIn();
        pageInLanguageOf(face.state);
    },
    signout: softphone.signOut,
    retry: softphone.retry,
    dialwithoutchoice: softphone.dialWithoutChoice,
    dismiss: softphone.dismiss,
    hangup: softphone.hangUp
};
for (const [name, act] of Object.entries(asked)) {
    face.addEventListener(name, () => void act());
}
document.body.append(face);
void softphone.start();

/** Starts the page of the connector: Salesforce Voice on one side, the service on the other. */
import sdk from '@salesforce/scv-connector-base';
import { createElement } from 'lwc';
import SoftphoneApp from 'softphone/app';
import { createHttpService } from '../client/httpService.ts';
import { signIn } from '../client/signIn.ts';
import { signInBrowser } from '../thisPage.ts';
import { voiceWords } from '../voiceWords.ts';
import { createHostGate } from './hostGate.ts';
import { VoiceConnector } from './voiceConnector.ts';

const LOOK_AGAIN_MS = 5_000;
const LOOK_AT_CALL_MS = 1_000;
const KEPT_CALLS = 'callbackNumbers.voiceCalls';

const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const service = createHttpService((address, request) => fetch(address, request));
const face = createElement('softphone-app', { is: SoftphoneApp });
const connector = new VoiceConnector({
    service,
    words: voiceWords,
    signIn: () => signIn(service, signInBrowser),
    pause: () => wait(LOOK_AGAIN_MS),
    moment: () => wait(LOOK_AT_CALL_MS),
    now: Date.now,
    newKey: () => crypto.randomUUID(),
    kept: {
        read: () => sessionStorage.getItem(KEPT_CALLS),
        write: (calls) =>
            calls === null
                ? sessionStorage.removeItem(KEPT_CALLS)
                : sessionStorage.setItem(KEPT_CALLS, calls)
    },
    show: (state) => {
        face.state = state;
    }
});

const asked: Readonly<Record<string, () => unknown>> = {
    signin: () => connector.session.signIn(),
    signout: () => connector.session.leave(),
    retry: () => connector.session.retry()
};
for (const [name, act] of Object.entries(asked)) {
    face.addEventListener(name, () => void act());
}
// A page that is opened by hand has no page around it that could set it up.
face.state = window.parent === window ? { kind: 'outside' } : { kind: 'starting' };
document.body.append(face);

const origins = document.querySelector<HTMLMetaElement>('meta[name="org-origins"]');
window.addEventListener(
    'message',
    createHostGate({
        orgOrigins: origins?.content.split(' ') ?? [],
        ownOrigin: location.origin,
        handOn: ({ data, origin, ports }) =>
            window.dispatchEvent(new MessageEvent('message', { data, origin, ports: [...ports] }))
    })
);
sdk.initializeConnector(connector);

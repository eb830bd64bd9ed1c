import { createElement } from 'lwc';
import CallbackNumberPicker from 'c/callbackNumberPicker';
import type { CallbackNumber, E164, NumberId } from 'c/callbackResolver';

/**
 * A number picker with 5,000 numbers, and a clock: from the keystroke, as the browser dates it, to
 * the first task after the frame that shows what it did.
 */
const COUNT = 5_000;
const PLACES = ['London', 'München', 'Edinburgh', 'Göteborg', 'New York', 'Sydney', 'Lyon'];
const COUNTRIES = ['GB', 'DE', 'GB', 'SE', 'US', 'AU', 'FR'];
const LANGUAGES = ['en', 'de', 'en', 'sv', 'en', 'en', 'fr'];

const numbers = Array.from({ length: COUNT }, (_, at): CallbackNumber => ({
    id: `a00${String(at).padStart(12, '0')}AAA` as NumberId,
    label: `${PLACES[at % PLACES.length]} line ${at}`,
    number: `+44207${String(9_000_000 + at)}` as E164,
    active: true,
    country: COUNTRIES[at % COUNTRIES.length],
    language: LANGUAGES[at % LANGUAGES.length]
}));

const keystrokes: number[] = [];
Object.assign(globalThis, { keystrokes });

addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
        if (key.length > 1) {
            return;
        }
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                keystrokes.push(performance.now() - timeStamp);
                port1.close();
            };
            port2.postMessage(undefined);
        });
    },
    { capture: true }
);

const picker = createElement('c-callback-number-picker', { is: CallbackNumberPicker });
Object.assign(picker, { numbers });
document.body.append(picker);

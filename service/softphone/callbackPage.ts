import { hashOf, policy } from './contentSecurity.ts';
import { languageOf, type Page } from './page.ts';

/**
 * Where Salesforce sends the sign-in window: it hands what it was told to the softphone that
 * opened it, and closes. It knows no secret and sets no cookie: the window stands at the top of
 * its tab, in another cookie jar than the frame of the softphone.
 */
const SCRIPT = `
const given = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);
const told = { type: 'callbackNumbers.signIn' };
for (const [from, to] of [
    ['code', 'code'],
    ['state', 'state'],
    ['error', 'error'],
    ['error_description', 'errorDescription']
]) {
    if (given.has(from)) {
        told[to] = given.get(from);
    }
}
const softphone = window.opener;
document.getElementById(softphone ? 'done' : 'lost').hidden = false;
if (softphone) {
    softphone.postMessage(told, location.origin);
    window.close();
}
`;

const STYLE = 'body{font:1rem/1.5 system-ui,sans-serif;margin:3rem auto;max-width:28rem}';

const WORDS = {
    en: {
        title: 'Signing in to Callback Numbers',
        done: 'You can close this window and go on in the softphone.',
        lost: 'This window has lost its softphone. Close it, and choose “Sign in” in the softphone once more.'
    },
    de: {
        title: 'Anmeldung bei Rückrufnummern',
        done: 'Sie können dieses Fenster schließen und im Softphone weiterarbeiten.',
        lost: 'Dieses Fenster hat sein Softphone verloren. Schließen Sie es und wählen Sie im Softphone noch einmal „Anmelden“.'
    },
    es: {
        title: 'Inicio de sesión en Números de devolución de llamada',
        done: 'Puede cerrar esta ventana y continuar en el softphone.',
        lost: 'Esta ventana ha perdido su softphone. Ciérrela y vuelva a elegir «Iniciar sesión» en el softphone.'
    },
    fr: {
        title: 'Connexion aux numéros de rappel',
        done: 'Vous pouvez fermer cette fenêtre et continuer dans le softphone.',
        lost: 'Cette fenêtre a perdu son softphone. Fermez-la et choisissez de nouveau « Se connecter » dans le softphone.'
    }
} as const;

type Language = keyof typeof WORDS;

const POLICY = policy({
    'default-src': ["'none'"],
    'script-src': [hashOf(SCRIPT)],
    'style-src': [hashOf(STYLE)],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"]
});

/** The same for everybody: nothing of the address is ever written into it. */
export function callbackPage(wanted: readonly string[]): Page {
    const language = wanted.map(languageOf).find(isKnown) ?? 'en';
    const { title, done, lost } = WORDS[language];
    const html = `<!doctype html>
<html lang="${language}">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>${STYLE}</style>
    </head>
    <body>
        <main>
            <h1>${title}</h1>
            <p id="done" hidden>${done}</p>
            <p id="lost" hidden>${lost}</p>
            <noscript><p>${lost}</p></noscript>
        </main>
        <script>${SCRIPT}</script>
    </body>
</html>
`;
    return { html, contentSecurityPolicy: POLICY };
}

function isKnown(language: string): language is Language {
    return Object.hasOwn(WORDS, language);
}

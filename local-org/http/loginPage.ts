import { createHash } from 'node:crypto';
import type { AuthorizeError, AuthorizeRequest } from './authorizeRequest.ts';
import type { OrgUser } from './users.ts';

/** The pages of the web-server flow, as HTML without a script. */

export interface Page {
    readonly html: string;
    readonly headers: Readonly<Record<string, string>>;
}

export interface LoginPageParts {
    readonly request: AuthorizeRequest;
    readonly users: readonly OrgUser[];
    readonly formToken: string;
    /** What was wrong with the last answer. */
    readonly problem?: string;
}

export function loginPage({ request, users, formToken, problem }: LoginPageParts): Page {
    const { client, scope, redirectUri, loginHint = '' } = request;
    const options = users.map(({ username, name }) => {
        const selected = username.toLowerCase() === loginHint.toLowerCase() ? ' selected' : '';
        const words = escapeHtml(name === '' ? username : `${name} (${username})`);
        return `<option value="${escapeHtml(username)}"${selected}>${words}</option>`;
    });
    const body = `<h1>Sign in to the local org</h1>
<p>This page stands in for the login form of Salesforce. There are no passwords: choose who to be.</p>
${problem === undefined ? '' : `<p role="alert" id="problem">${escapeHtml(problem)}</p>`}
<form method="post" action="/services/oauth2/authorize">
<input type="hidden" name="form_token" value="${escapeHtml(formToken)}">
<label for="username">User</label>
<select id="username" name="username" required${problem === undefined ? '' : ' aria-invalid="true" aria-describedby="problem"'}>
<option value="">Choose a user</option>
${options.join('\n')}
</select>
<h2>Allow access?</h2>
<p>The app <strong>${escapeHtml(client.clientId)}</strong> asks for: <strong>${escapeHtml(scope)}</strong></p>
<p>It is told the answer at <strong>${escapeHtml(redirectUri)}</strong></p>
<p class="actions"><button name="decision" value="allow">Allow</button>
<button name="decision" value="deny" formnovalidate>Deny</button></p>
</form>`;
    // Browsers hold form-action against the address that the form is answered with, too.
    return page('Sign in to the local org', body, `form-action 'self' ${sourceOf(redirectUri)}`, {
        // 'no-referrer' would make the browser hide the form's own origin from us.
        'referrer-policy': 'same-origin'
    });
}

export function errorPage({ error, description }: AuthorizeError, advice: string): Page {
    const body = `<h1>Sign-in is not possible</h1>
<p>error=${escapeHtml(error)}<br>error_description=${escapeHtml(description)}</p>
<p>${escapeHtml(advice)}</p>`;
    return page('Sign-in is not possible', body, "form-action 'none'", {
        'referrer-policy': 'no-referrer'
    });
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;color:#181818;background:#f3f3f3;margin:0}
main{max-width:32rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #c9c9c9;border-radius:.25rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin-top:0}h2{font-size:1.125rem}label{display:block;font-weight:bold}
select,button{font:inherit;min-height:2.75rem;padding:.25rem .75rem}select{width:100%}
[role=alert]{color:#8e030f;font-weight:bold}
:focus-visible{outline:3px solid #0176d3;outline-offset:2px}`;
const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

function page(
    title: string,
    body: string,
    formAction: string,
    headers: Readonly<Record<string, string>>
): Page {
    const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
    const policy = [
        "default-src 'none'",
        `style-src ${STYLE_SOURCE}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
        formAction
    ];
    return {
        html,
        headers: {
            'content-type': 'text/html;charset=UTF-8',
            'content-security-policy': policy.join('; '),
            'x-frame-options': 'DENY',
            'x-content-type-options': 'nosniff',
            'cache-control': 'no-store',
            ...headers
        }
    };
}

/** An address as a source of a content security policy, which has no words for IPv6 addresses. */
function sourceOf(address: string): string {
    const { protocol, origin, hostname } = new URL(address);
    const web = protocol === 'http:' || protocol === 'https:';
    return web && !hostname.startsWith('[') ? origin : protocol;
}

const ESCAPES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

function escapeHtml(text: string): string {
    return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

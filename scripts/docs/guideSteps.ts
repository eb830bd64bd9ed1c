/** What a guide tells its reader to do, as a test can do it too. */
export type GuideStep = { readonly title: string } & (
    | { readonly kind: 'shell'; readonly code: string; readonly output?: string }
    | { readonly kind: 'program'; readonly code: string; readonly output?: string }
    | { readonly kind: 'request'; readonly request: HttpText; readonly answer: HttpText }
);

/** A message of HTTP as it is printed: first line, headers, an empty line, the body. */
export interface HttpText {
    readonly firstLine: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}

interface Block {
    readonly heading: string;
    readonly language: string;
    readonly text: string;
}

/**
 * The steps of a guide in their order: `sh` and `ts` blocks with the `text` block after them as
 * their output, and `http` blocks in pairs of request and answer. Other blocks are no steps.
 * @throws Error for a request without an answer
 */
export function guideSteps(markdown: string): GuideStep[] {
    const blocks = blocksOf(markdown);
    return blocks.flatMap((block, at): GuideStep[] => {
        const next = blocks[at + 1];
        const output = next?.language === 'text' ? next.text : undefined;
        const title = `${block.heading}: ${block.text.split('\n')[0]}`;
        switch (block.language) {
            case 'sh':
                return [{ kind: 'shell', title, code: block.text, output }];
            case 'ts':
                return [{ kind: 'program', title, code: block.text, output }];
            case 'http': {
                const request = httpOf(block.text);
                if (request.firstLine.startsWith('HTTP/')) {
                    return [];
                }
                if (next?.language !== 'http' || !next.text.startsWith('HTTP/')) {
                    throw new Error(`No answer follows ${title}.`);
                }
                return [{ kind: 'request', title, request, answer: httpOf(next.text) }];
            }
            default:
                return [];
        }
    });
}

function blocksOf(markdown: string): Block[] {
    let heading = '';
    return [...markdown.matchAll(/^#+ (.+)$|^```(\w+)\n([^]*?)^```$/gm)].flatMap((found) => {
        const [, words, language, text] = found;
        if (words !== undefined) {
            heading = words;
            return [];
        }
        return [{ heading, language, text: text.trimEnd() }];
    });
}

function httpOf(text: string): HttpText {
    const [head, ...rest] = text.split('\n\n');
    const [firstLine, ...lines] = head.split('\n');
    const headers = lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
    return { firstLine, headers: Object.fromEntries(headers), body: rest.join('\n\n') };
}

import { gql, type ParsedQuery } from 'lightning/graphql';
import CallbackOrg from 'c/callbackOrg';
import { mount } from '../../../../../test/mount';
import { answerGraphql, answerNextGraphql, type Asked } from '../../../../../test/stubs/graphql';

let asked: Asked[];
const counting = (data: unknown) => (question: Asked) => {
    asked.push(question);
    return { data };
};
const open = () =>
    mount('c-callback-org', CallbackOrg, {}) as unknown as Promise<HTMLElement & Org>;
interface Org {
    ask(request: { query: ParsedQuery; variables: Record<string, unknown> }): Promise<unknown>;
}
/** The page remembers what was asked, so each test asks a question of its own. */
let tests = 0;
const question = (n = 1) => ({ query: gql`query ${tests}`, variables: { n } });

beforeEach(() => {
    tests += 1;
    asked = [];
    answerGraphql(counting('first'));
});

it('answers what is asked, one question after the other', async () => {
    const org = await open();
    const answers = await Promise.all([org.ask(question(1)), org.ask(question(2))]);
    expect(answers).toEqual(['first', 'first']);
    expect(asked.map(({ variables }) => variables.n)).toEqual([1, 2]);
});

it('asks the org anew when the same is asked again, also by a page that was opened later', async () => {
    await (await open()).ask(question());
    answerNextGraphql(counting('second'));
    expect(await (await open()).ask(question())).toBe('second');
});

it('throws the errors of an answer, and answers the next question', async () => {
    const org = await open();
    answerNextGraphql(() => ({ errors: [{ message: 'No.' }] }));
    await expect(org.ask(question(1))).rejects.toEqual([{ message: 'No.' }]);
    answerNextGraphql(counting('well'));
    expect(await org.ask(question(2))).toBe('well');
});

it('lets go of who waits when it leaves the page', async () => {
    const org = await open();
    answerNextGraphql(() => new Promise(() => undefined));
    const answer = org.ask(question());
    await Promise.resolve();
    org.remove();
    await expect(answer).rejects.toMatchObject({ name: 'LeftThePage' });
});

import { TextEncoder } from 'node:util';
import Papa from 'papaparse';
import { loadScript } from 'lightning/platformResourceLoader';
import {
    NUMBER_COLUMNS,
    numberCheck,
    planOf,
    type CsvParser,
    type ExistingNumber
} from 'c/callbackCsv';
import {
    createCsvImport,
    loadPapa,
    type ImportItem,
    type ItemResult,
    type SaveOptions
} from 'c/callbackCsvFile';
import type { CsvImportState } from 'c/callbackCsvImport';

const READING = {
    readNumber: (text: string) => text,
    isE164: (text: string) => /^\+\d{7,15}$/.test(text),
    isCountry: () => true
};
const page = window as { Papa?: CsvParser };

function fileOf(text: string, size?: number): File {
    const bytes = new TextEncoder().encode(text);
    return {
        name: 'numbers.csv',
        size: size ?? bytes.length,
        arrayBuffer: async () => bytes.buffer.slice(0, bytes.length)
    } as File;
}
const sheet = (count: number) =>
    fileOf(
        `Label,Number\n${Array.from({ length: count }, (_, at) => `Desk ${at},+4420794${10_000 + at}`).join('\n')}\n`
    );

interface Item extends ImportItem {
    readonly number: string;
}

/** An org that keeps the numbers that are written to it. */
function orgOf(...numbers: readonly string[]) {
    const org = {
        numbers: new Map<string, ExistingNumber>(),
        /** What is written before a request answers, and what becomes of it. */
        answer: (_item: Item, _at: number): ItemResult => ({ kind: 'saved' }),
        onRequest: () => undefined as unknown
    };
    const keep = (number: string, label: string) =>
        org.numbers.set(number, { id: number, number, label, active: true });
    numbers.forEach((number) => keep(number, 'Old'));
    const kind = {
        columns: NUMBER_COLUMNS,
        prepare: async () => {
            const existing = [...org.numbers.values()];
            return {
                check: numberCheck(READING),
                plan: (records: Parameters<typeof planOf>[0]): Item[] => {
                    const { create, update, same } = planOf(records, existing);
                    const itemOf =
                        (action: Item['action']) =>
                        ({ row, number, label }: (typeof records)[number]): Item => ({
                            row,
                            action,
                            number,
                            cells: { Number: number, Label: label }
                        });
                    return [
                        ...create.map(itemOf('create')),
                        ...update.map(({ record }) => itemOf('update')(record)),
                        ...same.map(({ record }) => itemOf('same')(record))
                    ];
                }
            };
        },
        save: async (items: readonly Item[], { onProgress, signal }: SaveOptions) => {
            const results: ItemResult[] = [];
            for (let from = 0; from < items.length; from += 2) {
                const part = items.slice(from, from + 2);
                if (signal.aborted) {
                    results.push(...part.map(() => ({ kind: 'notTried' }) as const));
                } else {
                    const answers = part.map((item, at) => org.answer(item, from + at));
                    part.forEach((item, at) => {
                        if (answers[at].kind === 'saved') {
                            keep(item.number, item.cells.Label);
                        }
                    });
                    results.push(...answers);
                    onProgress(results.length, items.length);
                    // eslint-disable-next-line no-await-in-loop -- one request after the other
                    await org.onRequest();
                }
            }
            return results;
        }
    };
    return { org, kind };
}

function importInto(
    { kind }: ReturnType<typeof orgOf>,
    onState: (state: CsvImportState) => void = () => undefined
) {
    const states: CsvImportState[] = [];
    const panel = createCsvImport(
        kind,
        async () => Papa as CsvParser,
        (state) => {
            states.push(state);
            onState(state);
        }
    );
    const last = <Kind extends CsvImportState['kind']>(wanted: Kind) => {
        const state = states.at(-1)!;
        expect(state.kind).toBe(wanted);
        return state as Extract<CsvImportState, { readonly kind: Kind }>;
    };
    return { panel, states, last };
}

describe('An import', () => {
    it('goes from the file by its preview to what was written', async () => {
        const where = orgOf('+442079410000', '+442079410001');
        where.org.numbers.set('+442079410001', {
            ...where.org.numbers.get('+442079410001')!,
            label: 'Desk 1'
        });
        const { panel, states, last } = importInto(where);
        await panel.choose(sheet(4));
        expect(last('preview').changes.map(({ row, action }) => [row, action])).toEqual([
            [2, 'update'],
            [3, 'same'],
            [4, 'create'],
            [5, 'create']
        ]);
        await panel.confirm();
        expect(last('done')).toEqual({
            kind: 'done',
            counts: { created: 2, updated: 1, removed: 0, same: 1, left: 0 },
            failed: [],
            cancelled: false
        });
        expect([...new Set(states.map(({ kind }) => kind))]).toEqual([
            'choose',
            'reading',
            'preview',
            'saving',
            'done'
        ]);
        panel.again();
        last('choose');
    });

    it('writes the rows that are right, and names the others', async () => {
        const where = orgOf();
        const { panel, last } = importInto(where);
        await panel.choose(fileOf('Label,Number\nA,+442079410000\nB,12\n'));
        expect(last('preview').problems).toEqual([
            { code: 'notANumber', row: 3, column: 'Number', value: '12' }
        ]);
        expect(last('preview').rows).toHaveLength(2);
        await panel.confirm();
        expect([...where.org.numbers.keys()]).toEqual(['+442079410000']);
    });

    it('that broke off can be repeated without doubles', async () => {
        const where = orgOf();
        const { panel, last } = importInto(where);
        where.org.answer = (_item, at) => {
            return at < 2 ? { kind: 'saved' } : { kind: 'unknown', errors: ['Timeout'] };
        };
        await panel.choose(sheet(5));
        await panel.confirm();
        expect(last('done').failed.map(({ row, kind }) => [row, kind])).toEqual([
            [4, 'unknown'],
            [5, 'unknown'],
            [6, 'unknown']
        ]);
        where.org.answer = () => ({ kind: 'saved' });
        await panel.choose(sheet(5));
        await panel.confirm();
        expect(last('done').counts).toEqual({
            created: 3,
            updated: 0,
            removed: 0,
            same: 2,
            left: 0
        });
        expect(where.org.numbers.size).toBe(5);
    });

    it('tells why a row was not written, with its cells as in the file', async () => {
        const where = orgOf();
        const { panel, last } = importInto(where);
        where.org.answer = (_item, at) => {
            return at === 0 ? { kind: 'refused', errors: ['Too long.'] } : { kind: 'conflict' };
        };
        await panel.choose(sheet(2));
        await panel.confirm();
        expect(last('done').failed).toEqual([
            {
                row: 2,
                kind: 'refused',
                errors: ['Too long.'],
                cells: { Label: 'Desk 0', Number: '+442079410000' }
            },
            {
                row: 3,
                kind: 'conflict',
                errors: [],
                cells: { Label: 'Desk 1', Number: '+442079410001' }
            }
        ]);
    });

    it('that is cancelled while it saves finishes the request under way and leaves the rest', async () => {
        const where = orgOf();
        const { panel, states, last } = importInto(where);
        where.org.onRequest = () => panel.cancel();
        await panel.choose(sheet(6));
        await panel.confirm();
        expect(states).toContainEqual({ kind: 'saving', done: 2, total: 6, cancelling: true });
        expect(last('done')).toMatchObject({ counts: { created: 2, left: 4 }, cancelled: true });
        expect(where.org.numbers.size).toBe(2);
    });

    it('that is cancelled while it reads forgets the file', async () => {
        const { panel, states, last } = importInto(orgOf());
        const reading = panel.choose(sheet(3));
        last('reading');
        panel.cancel();
        await reading;
        last('choose');
        expect(states.map(({ kind }) => kind)).not.toContain('preview');
    });

    it('lets the page breathe between pieces, says how far it is, and can be cancelled there', async () => {
        let now = 0;
        const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 40));
        const whole = importInto(orgOf());
        await whole.panel.choose(sheet(350));
        expect(
            whole.states.flatMap((state) => (state.kind === 'reading' ? [state.done] : []))
        ).toEqual([0, 100, 200, 300, 350]);
        whole.last('preview');
        const { panel, last } = importInto(orgOf(), (state) => {
            if (state.kind === 'reading' && state.done === 200) {
                panel.cancel();
            }
        });
        await panel.choose(sheet(350));
        last('choose');
        clock.mockRestore();
    });

    it('shows the file that was chosen last, whichever is read first', async () => {
        const { panel, last } = importInto(orgOf());
        await Promise.all([panel.choose(sheet(3)), panel.choose(sheet(2))]);
        expect(last('preview').changes).toHaveLength(2);
    });

    it('does not begin again while it saves, and not from nothing', async () => {
        const where = orgOf();
        const { panel, last } = importInto(where);
        await panel.confirm();
        last('choose');
        await panel.choose(sheet(2));
        await Promise.all([panel.confirm(), panel.confirm(), panel.choose(sheet(1))]);
        expect(last('done').counts.created).toBe(2);
    });

    it('refuses a file that is too large without reading it', async () => {
        const { panel, last } = importInto(orgOf());
        const file = fileOf('', 20 * 1024 * 1024 + 1);
        const arrayBuffer = jest.spyOn(file, 'arrayBuffer');
        await panel.choose(file);
        expect(last('refused').problems).toEqual([
            expect.objectContaining({ code: 'tooLarge', size: 20_971_521 })
        ]);
        expect(arrayBuffer).not.toHaveBeenCalled();
    });

    it('refuses what is no text, and a header that does not fit', async () => {
        const { panel, last } = importInto(orgOf());
        await panel.choose(fileOf('Label,Number\0'));
        expect(last('refused').problems).toEqual([{ code: 'notText', row: 1 }]);
        await panel.choose(fileOf('Name,Number\nA,1\n'));
        expect(last('refused').problems.map(({ code }) => code)).toEqual([
            'columnsMissing',
            'columnsUnknown'
        ]);
    });

    it.each([
        [
            'the file',
            () => ({ ...fileOf(''), size: 1, arrayBuffer: () => Promise.reject(Error('gone')) })
        ],
        ['the org', () => sheet(1)]
    ])('says why %s could not be read', async (_what, file) => {
        const where = orgOf();
        where.kind.prepare = () => Promise.reject(new Error('gone'));
        const { panel, last } = importInto(where);
        await panel.choose(file() as File);
        expect(last('refused')).toEqual({
            kind: 'refused',
            fileName: 'numbers.csv',
            problems: [],
            errors: ['gone']
        });
    });
});

describe('The parser', () => {
    beforeEach(() => {
        delete page.Papa;
        jest.mocked(loadScript).mockReset().mockResolvedValue(undefined);
    });

    it('is a script of its own', async () => {
        page.Papa = Papa as CsvParser;
        expect(await loadPapa({})).toBe(Papa);
    });

    it.each([
        ['does not load', () => jest.mocked(loadScript).mockRejectedValue(new Error('404'))],
        ['is another one', () => undefined]
    ])('that %s is told', async (_what, arrange) => {
        arrange();
        await expect(loadPapa({})).rejects.toThrow('c.Callback_Csv_Reader_Missing');
    });
});

import type {
    AgentId,
    CallbackNumber,
    DirectoryRows,
    E164,
    NumberId,
    PrefixRule,
    RuleId
} from '#resolver';

/** Deterministic numbers, so that two runs measure the same work (mulberry32). */
export function seededRandom(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
}

export function salesforceId(keyPrefix: string, serial: number): string {
    return `${keyPrefix}5g00000${serial.toString(36).toUpperCase().padStart(5, '0')}AAA`;
}

const NUMBERS = 24;
export const AGENT = salesforceId('005', 1) as AgentId;

/** One agent, 24 numbers, automation on, and `count` different prefixes of 6 to 10 digits. */
export function prefixWorld(count: number): DirectoryRows {
    const random = seededRandom(count);
    const numbers = Array.from({ length: NUMBERS }, (_, i): CallbackNumber => ({
        id: salesforceId('a00', i) as NumberId,
        label: `Number ${i}`,
        number: `+4420794600${String(i).padStart(2, '0')}` as E164,
        active: true
    }));
    const prefixes = new Set<string>();
    while (prefixes.size < count) {
        const length = 6 + Math.floor(random() * 5);
        const digits = String(Math.floor((1 + random() * 8.99) * 10 ** (length - 1)));
        prefixes.add(`+${digits}`);
    }
    const rules = [...prefixes].map((prefix, i): PrefixRule => ({
        id: salesforceId('a05', i) as RuleId,
        name: `Prefix ${prefix}`,
        type: 'numberPrefix',
        priority: 10,
        active: true,
        channel: 'any',
        prefix,
        numberId: numbers[i % NUMBERS].id
    }));
    return {
        numbers,
        agents: [
            {
                id: AGENT,
                name: 'Agent',
                active: true,
                profileId: '00e000000000001AAA',
                groupIds: []
            }
        ],
        assignments: [],
        policies: [
            {
                scope: 'organization',
                scopeKey: 'org',
                principalNumberId: numbers[0].id,
                automateClickToDial: true
            }
        ],
        rules,
        dialLists: []
    };
}

/** Numbers to dial, every one below some prefix; in random order. */
export function numbersToDial(rows: DirectoryRows, count: number): string[] {
    const random = seededRandom(7);
    const prefixes = rows.rules.map((rule) => (rule as PrefixRule).prefix);
    return Array.from({ length: count }, () => {
        const prefix = prefixes[Math.floor(random() * prefixes.length)];
        const rest = String(Math.floor(random() * 1e12)).padStart(12, '0');
        return (prefix + rest).slice(0, 13);
    });
}

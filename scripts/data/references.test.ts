import { describe, expect, it } from 'vitest';
import { referencesIn, resolveValue, type Reference } from './references.ts';

const idOf = (reference: Reference) =>
    reference.kind === 'lookup'
        ? `${reference.object}/${reference.name}`
        : `id of ${(reference as { ref: string }).ref}`;

describe('references in values', () => {
    it.each([
        ['a record', '@AnnaBerger', 'id of AnnaBerger'],
        ['a record of the org, by name', '@Profile:Call Centre Agent', 'Profile/Call Centre Agent'],
        ['two records in one key', '@{Berlin}:@{Germany}', 'id of Berlin:id of Germany'],
        ['nothing', 'anna.berger@example.com', 'anna.berger@example.com'],
        ['nothing, being no text', 110, 110],
        ['nothing, being a truth value', false, false]
    ])('point to %s', (_, value, resolved) => {
        expect(resolveValue(value, idOf)).toBe(resolved);
    });

    it('are found where they are', () => {
        expect(referencesIn('@{Berlin}:@{Germany}')).toEqual([
            { kind: 'record', ref: 'Berlin' },
            { kind: 'record', ref: 'Germany' }
        ]);
    });

    it('are called malformed where they cannot be read', () => {
        expect(referencesIn('@ noon')).toEqual([{ kind: 'malformed', text: '@ noon' }]);
    });
});

import { describe, expect, it } from 'vitest';
import { KIND_BY_ENDING } from './metadataKinds.ts';
import { METADATA_TYPES } from './schema.ts';

describe('The schema of the metadata API', () => {
    it.each(Object.values(KIND_BY_ENDING))('declares %s', (kind) => {
        expect(METADATA_TYPES.named(kind)).toMatchObject({ kind: 'group' });
    });

    it('tells required elements, lists, choices and inherited elements apart', () => {
        const type = METADATA_TYPES.named('ListView');
        const elements = type?.kind === 'group' ? type.elements : new Map();
        expect(elements.get('label')).toMatchObject({ required: true, repeats: false });
        expect(elements.get('columns')).toMatchObject({ required: false, repeats: true });
        expect(elements.get('fullName')).toMatchObject({ required: false, repeats: false });
        expect(elements.get('filterScope')?.type()).toMatchObject({ kind: 'choice' });
        expect(elements.get('filters')?.type()).toMatchObject({ kind: 'group' });
    });
});

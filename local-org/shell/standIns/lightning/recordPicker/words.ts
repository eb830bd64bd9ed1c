import lang from '@salesforce/i18n/lang';

/** Service. The record picker's own words, which are Salesforce's in an org. */
const WORDS = {
    placeholder: ['Search …', 'Suchen …', 'Buscar…', 'Rechercher…'],
    missing: [
        'Complete this field.',
        'Füllen Sie dieses Feld aus.',
        'Complete este campo.',
        'Renseignez ce champ.'
    ],
    nothing: [
        'No records found.',
        'Keine Datensätze gefunden.',
        'No se encontraron registros.',
        'Aucun enregistrement trouvé.'
    ],
    failed: [
        'The records could not be searched. {0}',
        'Die Datensätze konnten nicht durchsucht werden. {0}',
        'No se pudieron buscar los registros. {0}',
        'Impossible de rechercher les enregistrements. {0}'
    ],
    badInput: [
        'Select a record from the list or remove the search text.',
        'Wählen Sie einen Datensatz aus der Liste oder entfernen Sie den Suchtext.',
        'Seleccione un registro de la lista o elimine el texto de búsqueda.',
        'Sélectionnez un enregistrement dans la liste ou supprimez le texte de recherche.'
    ]
} as const;

const LANGUAGES = ['en', 'de', 'es', 'fr'];

export function word(name: keyof typeof WORDS, ...values: readonly string[]): string {
    const at = Math.max(LANGUAGES.indexOf(lang.slice(0, 2)), 0);
    const text = WORDS[name][at] ?? WORDS[name][0];
    return text.replace(/\{(\d)\}/g, (_, place: string) => values[Number(place)] ?? '');
}

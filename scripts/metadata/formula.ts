/** What a formula names, so that each can be looked up. */
export interface FormulaReferences {
    readonly functions: readonly string[];
    /** `Number__c`, `Agent__r.Name`. */
    readonly fields: readonly string[];
    /** `$User.Id`, `$Permission.Name`. */
    readonly globals: readonly string[];
    /** Picklist values compared with, from ISPICKVAL(field, "value"). */
    readonly picklistValues: readonly { readonly field: string; readonly value: string }[];
    /** What is not closed, if anything. */
    readonly unbalanced: string | undefined;
}

const KEYWORDS = new Set(['TRUE', 'FALSE', 'NULL']);
const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;
const NAME = /(\$?[A-Za-z_][\w:]*(?:\.\w+)*)(\s*\()?/g;
const IS_PICKLIST_VALUE = /\bISPICKVAL\s*\(\s*([\w.]+)\s*,\s*"((?:\\.|[^"\\])*)"\s*\)/gi;

export function referencesIn(formula: string): FormulaReferences {
    const uncommented = formula.replace(COMMENT, ' ');
    const bare = uncommented.replace(STRING, ' "" ');
    const names = [...bare.matchAll(NAME)].map(([, name, call]) => ({ name, call: !!call }));
    const others = names.filter(({ name, call }) => !call && !KEYWORDS.has(name.toUpperCase()));
    return {
        functions: names.filter(({ call }) => call).map(({ name }) => name.toUpperCase()),
        fields: others.map(({ name }) => name).filter((name) => !name.startsWith('$')),
        globals: others.map(({ name }) => name).filter((name) => name.startsWith('$')),
        picklistValues: [...uncommented.matchAll(IS_PICKLIST_VALUE)].map(([, field, value]) => ({
            field,
            value
        })),
        unbalanced: unbalancedIn(bare)
    };
}

function unbalancedIn(bare: string): string | undefined {
    let depth = 0;
    for (const character of bare.replaceAll('""', '')) {
        if (character === '"' || character === "'") {
            return 'a quotation mark';
        }
        depth += character === '(' ? 1 : character === ')' ? -1 : 0;
        if (depth < 0) {
            break;
        }
    }
    return depth === 0 ? undefined : 'a bracket';
}

/** Functions that validation rules may call. */
export const FORMULA_FUNCTIONS: ReadonlySet<string> = new Set(
    `ABS ADDMONTHS AND BEGINS BLANKVALUE BR CASE CASESAFEID CEILING CONTAINS DATE DATETIMEVALUE
    DATEVALUE DAY DISTANCE EXP FIND FLOOR FORMATDURATION GEOLOCATION HOUR IF INCLUDES INITCAP
    ISBLANK ISCHANGED ISNEW ISNULL ISNUMBER ISPICKVAL LEFT LEN LN LOG LOWER LPAD MAX MCEILING
    MFLOOR MID MILLISECOND MIN MINUTE MOD MONTH NOT NOW NULLVALUE OR PRIORVALUE REGEX REVERSE RIGHT
    ROUND RPAD SECOND SQRT SUBSTITUTE TEXT TIMENOW TIMEVALUE TODAY TRIM TRUNC UNIXTIMESTAMP UPPER
    VALUE VLOOKUP WEEKDAY YEAR`.split(/\s+/)
);

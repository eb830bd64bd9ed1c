/** Time zones by their IANA names, as the browser knows them. */
export function timeZones(): readonly string[] {
    return Intl.supportedValuesOf('timeZone');
}

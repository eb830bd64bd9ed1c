/** A label with its placeholders filled. */
export function filled(label: string, ...parts: readonly (string | number)[]): string {
    return label.replace(/\{(\d)\}/g, (whole, at) => String(parts[Number(at)] ?? whole));
}

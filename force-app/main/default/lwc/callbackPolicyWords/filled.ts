/** `{0}` and so on become the values, in their order. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
    return values.reduce<string>(
        (filling, value, at) => filling.replace(`{${at}}`, () => String(value)),
        text
    );
}

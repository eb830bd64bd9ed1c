/** Modules that only the Lightning platform has. No import at the top: it would end the ambience. */
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

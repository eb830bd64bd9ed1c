/** Written by build.ts. */
declare module 'shell/exposedBundles' {
    /** The components that pages may hold, by the name of their bundle. */
    export const exposedBundles: Readonly<Record<string, object | undefined>>;
}

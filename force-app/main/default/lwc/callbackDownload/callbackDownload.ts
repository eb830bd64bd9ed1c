/** Service. Gives the person a file that was made in the page. */

const KEPT_MS = 60_000;

/** The browser saves it under this name, or asks where to. */
export function download(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    document.body.append(link);
    link.click();
    link.remove();
    // Some browsers begin to read it only after the click has been handled.
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- no component is touched any more
    setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/**
 * The softphone's address as Lightning Experience calls it. The nonce is new for every page: a
 * message that does not carry it is not from this page's softphone.
 */
export function softphoneAddress(adapterUrl: string, orgOrigin: string, nonce: string): string {
    const address = new URL(adapterUrl);
    const parameters = {
        mode: 'Lightning',
        isdtp: 'vw',
        sfdcIframeOrigin: orgOrigin,
        nonce,
        ltn_app_id: '',
        clc: '0'
    };
    for (const [name, value] of Object.entries(parameters)) {
        address.searchParams.set(name, value);
    }
    return address.href;
}

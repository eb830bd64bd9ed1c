import twilio from 'twilio';

/** A vendor that takes longer has not answered; whether it called is not known then. */
const ANSWERS_WITHIN_MS = 5_000;
const VENDORS_OWN = 'https://api.twilio.com';

/** The vendor's client, for another address of the API; it never repeats a request by itself. */
export function createRequestClient(apiUrl: string): InstanceType<typeof twilio.RequestClient> {
    const client = new twilio.RequestClient({ timeout: ANSWERS_WITHIN_MS, autoRetry: false });
    const request = client.request.bind(client);
    client.request = (options) =>
        request({ ...options, uri: options.uri.replace(VENDORS_OWN, apiUrl) });
    return client;
}

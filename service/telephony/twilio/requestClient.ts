import twilio from 'twilio';

const VENDORS_OWN = 'https://api.twilio.com';

/** The vendor's client, for another address of the API; it never repeats a request by itself. */
export function createRequestClient(
    apiUrl: string,
    answersWithinMs: number
): InstanceType<typeof twilio.RequestClient> {
    const client = new twilio.RequestClient({ timeout: answersWithinMs, autoRetry: false });
    const request = client.request.bind(client);
    client.request = (options) =>
        request({ ...options, uri: options.uri.replace(VENDORS_OWN, apiUrl) });
    return client;
}

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenCtiHost, type HostPage, type OpenCtiHost } from './host.ts';
import { HOST_METHODS, NOT_IMITATED, type Answer } from './protocol.ts';
import { softphoneAddress } from './softphoneAddress.ts';
import { createOpenCti, type FrameMessage, type OpenCti } from './softphoneSide.ts';

const ORG = 'https://acme.lightning.example';
const SERVICE = 'https://service.example';
const CHANNEL = 'Callback_Call_Decided__c';

/** Two windows that post to each other, as a page and the frame in it do. */
function twoWindows({ asked = ORG, nonce = 'n1', serves = SERVICE } = {}) {
    const page = {
        setClickToDial: vi.fn(),
        isPanelVisible: () => true,
        setPanelVisible: vi.fn(),
        setPanelSize: vi.fn(),
        setItemLabel: vi.fn(),
        callCenterSettings: () => ({ '/reqGeneralInfo/reqDisplayName': 'Callback Numbers' }),
        openRecord: vi.fn(),
        publish: vi.fn(),
        subscribe: vi.fn<HostPage['subscribe']>()
    };
    const toHost: unknown[] = [];
    let inFrame: (event: FrameMessage) => void = () => undefined;
    const pageWindow = {
        postMessage(data: unknown, targetOrigin: string) {
            if (targetOrigin === ORG) {
                toHost.push(data);
                host.receive({ source: frameWindow, origin: SERVICE, data });
            }
        }
    };
    const frameWindow = {
        postMessage(data: unknown, targetOrigin: string) {
            if (targetOrigin === SERVICE) {
                inFrame({ source: pageWindow, origin: ORG, data });
            }
        }
    };
    const host = createOpenCtiHost(
        { ...page, softphone: () => frameWindow },
        { softphoneOrigin: serves, nonce: 'n1' }
    );
    const opencti = createOpenCti({
        location: {
            search: `?mode=Lightning&sfdcIframeOrigin=${encodeURIComponent(asked)}&nonce=${nonce}`
        },
        parent: pageWindow,
        addEventListener: (_type, listener) => {
            inFrame = listener;
        }
    });
    const tellFrame = (event: Partial<FrameMessage>) =>
        inFrame({ source: pageWindow, origin: ORG, data: undefined, ...event });
    return { page, host, opencti, frameWindow, toHost, tellFrame };
}

describe('Open CTI', () => {
    let page: ReturnType<typeof twoWindows>['page'];
    let host: OpenCtiHost;
    let opencti: OpenCti;
    let windows: ReturnType<typeof twoWindows>;

    beforeEach(() => {
        windows = twoWindows();
        ({ page, host, opencti } = windows);
    });

    const ask = (method: keyof OpenCti, request: object = {}) => {
        const callback = vi.fn<(answer: Answer) => void>();
        (opencti[method] as (request: object) => void)({ ...request, callback });
        return callback.mock.lastCall?.[0];
    };

    it('switches Click to dial of the page on and off', () => {
        expect(ask('enableClickToDial')).toEqual({
            success: true,
            returnValue: null,
            errors: null
        });
        expect(page.setClickToDial).toHaveBeenLastCalledWith(true);
        ask('disableClickToDial');
        expect(page.setClickToDial).toHaveBeenLastCalledWith(false);
    });

    it('brings a click with everything the page knows of it', () => {
        const listener = vi.fn();
        opencti.onClickToDial({ listener });
        const payload = {
            number: '+442079460123',
            recordId: '003000000000001AAA',
            recordName: 'Ada',
            objectType: 'Contact',
            params: 'a=1,b=2'
        };
        host.dial(payload);
        expect(listener).toHaveBeenCalledExactlyOnceWith(payload);
    });

    it('shows and hides the softphone, and says which', () => {
        ask('setSoftphonePanelVisibility', { visible: true });
        expect(page.setPanelVisible).toHaveBeenLastCalledWith(true);
        expect(ask('isSoftphonePanelVisible')?.returnValue).toEqual({ visible: true });
        expect(ask('setSoftphonePanelVisibility', { visible: 'yes' })?.success).toBe(false);
    });

    it('sizes and names the softphone', () => {
        ask('setSoftphonePanelHeight', { heightPX: 500 });
        ask('setSoftphonePanelWidth', { widthPX: 340 });
        expect(page.setPanelSize.mock.calls).toEqual([[{ height: 500 }], [{ width: 340 }]]);
        ask('setSoftphoneItemLabel', { label: 'Phone' });
        expect(page.setItemLabel).toHaveBeenLastCalledWith('Phone');
        expect(ask('setSoftphonePanelHeight', { heightPX: -1 })?.success).toBe(false);
    });

    it('gives the settings of the call center', () => {
        expect(ask('getCallCenterSettings')?.returnValue).toEqual({
            '/reqGeneralInfo/reqDisplayName': 'Callback Numbers'
        });
    });

    it('opens a record', () => {
        const params = { recordId: '003000000000001AAA' };
        ask('screenPop', { type: opencti.SCREENPOP_TYPE.SOBJECT, params });
        expect(page.openRecord).toHaveBeenLastCalledWith('003000000000001AAA');
        expect(ask('screenPop', { type: 'url', params: {} })?.errors).toEqual([
            'screenPop: only records (type "sobject") are imitated here.'
        ]);
    });

    it('publishes on a message channel, and says which channel does not exist', () => {
        ask('publish', { channelName: CHANNEL, message: { dialKey: 'd1' } });
        expect(page.publish).toHaveBeenLastCalledWith(CHANNEL, { dialKey: 'd1' });
        page.publish.mockImplementation(() => {
            throw new Error('There is no message channel Nothing__c.');
        });
        expect(ask('publish', { channelName: 'Nothing__c', message: {} })).toEqual({
            success: false,
            returnValue: null,
            errors: ['There is no message channel Nothing__c.']
        });
    });

    it('brings the messages of a channel until the subscription ends', () => {
        const end = vi.fn();
        page.subscribe.mockReturnValue(end);
        const listener = vi.fn();
        const answer = ask('subscribe', { channelName: CHANNEL, listener });
        page.subscribe.mock.lastCall?.[1]({ dialKey: 'd1' });
        expect(listener).toHaveBeenCalledExactlyOnceWith({ dialKey: 'd1' });

        const { subscription } = answer ?? {};
        expect(ask('unsubscribe', { subscription })?.success).toBe(true);
        expect(end).toHaveBeenCalledOnce();
        expect(ask('unsubscribe', { subscription })?.success).toBe(false);
    });

    it('takes everything back when the softphone goes', () => {
        const end = vi.fn();
        page.subscribe.mockReturnValue(end);
        ask('subscribe', { channelName: CHANNEL, listener: vi.fn() });
        host.close();
        expect(end).toHaveBeenCalledOnce();
        expect(page.setClickToDial).toHaveBeenLastCalledWith(false);
    });

    it.each(NOT_IMITATED)('answers %s with an error that says it is not imitated', (method) => {
        expect(ask(method)).toEqual({
            success: false,
            returnValue: null,
            errors: [`${method} is not imitated here.`]
        });
    });

    it('does without a callback', () => {
        opencti.enableClickToDial();
        expect(page.setClickToDial).toHaveBeenLastCalledWith(true);
    });

    it('asks for a listener where there is none', () => {
        expect(() => opencti.onClickToDial({})).toThrow('"listener"');
        expect(() => opencti.subscribe({ channelName: CHANNEL })).toThrow('"listener"');
    });

    describe('ignores', () => {
        const click = { api: 'opencti', nonce: 'n1', event: 'clickToDial', payload: { number: 1 } };
        const enable = { api: 'opencti', nonce: 'n1', call: 1, method: 'enableClickToDial' };

        it.each([
            ['another window', { source: {} }],
            ['another origin', { origin: 'https://evil.example' }],
            ['another nonce', { data: { ...click, nonce: 'n2' } }],
            ['something else altogether', { data: 'setImmediate$0.1' }]
        ])('in the softphone: %s', (_what, forged) => {
            const listener = vi.fn();
            opencti.onClickToDial({ listener });
            windows.tellFrame({ data: click, ...forged });
            expect(listener).not.toHaveBeenCalled();
            windows.tellFrame({ data: click });
            expect(listener).toHaveBeenCalledOnce();
        });

        it.each([
            ['another window', { source: {} }],
            ['another origin', { origin: 'https://evil.example' }],
            ['another nonce', { data: { ...enable, nonce: 'n2' } }],
            ['a method that does not exist', { data: { ...enable, method: 'constructor' } }],
            ['something else altogether', { data: null }]
        ])('on the page: %s', (_what, forged) => {
            const source = windows.frameWindow;
            host.receive({ source, origin: SERVICE, data: enable, ...forged });
            expect(page.setClickToDial).not.toHaveBeenCalled();
            host.receive({ source, origin: SERVICE, data: enable });
            expect(page.setClickToDial).toHaveBeenCalledOnce();
        });

        it('a page that is not the one Salesforce named', () => {
            const { opencti: elsewhere, toHost } = twoWindows({ asked: 'https://evil.example' });
            elsewhere.enableClickToDial();
            expect(toHost).toEqual([]);
        });
    });

    it('says so where Salesforce did not open the softphone', () => {
        ({ opencti } = twoWindows({ asked: '' }));
        expect(ask('enableClickToDial')?.errors).toEqual([
            'enableClickToDial: Salesforce did not open this page (no sfdcIframeOrigin).'
        ]);
    });

    it('knows every method once', () => {
        const names = [...HOST_METHODS, ...NOT_IMITATED, 'onClickToDial', 'SCREENPOP_TYPE'];
        expect(Object.keys(opencti).sort()).toEqual(names.sort());
    });

    it('opens the softphone with what its script goes by, and keeps what its address says', () => {
        const address = new URL(softphoneAddress(`${SERVICE}/softphone?line=2`, ORG, 'n1'));
        expect(Object.fromEntries(address.searchParams)).toMatchObject({
            line: '2',
            mode: 'Lightning',
            sfdcIframeOrigin: ORG,
            nonce: 'n1'
        });
    });
});

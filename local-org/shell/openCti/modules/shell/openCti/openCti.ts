import { LightningElement, api } from 'lwc';
import { publishByName, subscribeByName } from 'platform/channels';
import { dialWith, setClickToDial } from 'platform/clickToDialHost';
import { nameOf, objectOf } from 'shell/clickedRecord';
import { payloadOf, type Click } from '../../../clickPayload';
import { createOpenCtiHost, type HostPage, type OpenCtiHost } from '../../../host';
import { softphoneAddress } from '../../../softphoneAddress';

/**
 * Container. The softphone of the call center in its frame, and the page's side of Open CTI; one
 * a page.
 *
 * `panelvisibility` (`visible`), `panelsize` (`height` or `width`, pixels), `itemlabel` (`label`)
 * and `openrecord` (`recordId`): what the softphone asks the page for.
 */
export default class ShellOpenCti extends LightningElement {
    /** The adapter's address, as the call center has it. */
    @api softphoneUrl = '';
    @api settings: Readonly<Record<string, string>> = {};
    /** What the utility is called. */
    @api label = '';
    @api isPanelVisible = false;

    address: string | undefined;
    frameName = 'openCtiSoftphone';
    _host: OpenCtiHost | undefined;
    _receive = (event: MessageEvent) => this._host?.receive(event);

    override connectedCallback(): void {
        const nonce = crypto.randomUUID();
        this._host = createOpenCtiHost(this.page(), {
            softphoneOrigin: new URL(this.softphoneUrl).origin,
            nonce
        });
        window.addEventListener('message', this._receive);
        dialWith((click) => this.dial(click));
        this.address = softphoneAddress(this.softphoneUrl, window.location.origin, nonce);
    }
    override disconnectedCallback(): void {
        window.removeEventListener('message', this._receive);
        this._host?.close();
    }

    /** A number on the page was clicked: Lightning shows the softphone, and tells it. */
    async dial(click: Click): Promise<void> {
        this.ask('panelvisibility', { visible: true });
        this._host?.dial(await payloadOf(click, { objectOf, nameOf }));
    }

    page(): HostPage {
        return {
            // By its name: the shadow wraps the window that the frame itself would give.
            softphone: () => (window.frames as unknown as Record<string, Window>)[this.frameName],
            setClickToDial,
            isPanelVisible: () => this.isPanelVisible,
            setPanelVisible: (visible) => this.ask('panelvisibility', { visible }),
            setPanelSize: (size) => this.ask('panelsize', size),
            setItemLabel: (label) => this.ask('itemlabel', { label }),
            callCenterSettings: () => ({ ...this.settings }),
            openRecord: (recordId) => this.ask('openrecord', { recordId }),
            publish: publishByName,
            subscribe: subscribeByName
        };
    }
    ask(name: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

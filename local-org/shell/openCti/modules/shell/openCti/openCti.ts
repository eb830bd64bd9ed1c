import { LightningElement, api } from 'lwc';
import { createOpenCtiHost, type HostPage, type OpenCtiHost } from '../../../host';
import { softphoneAddress } from '../../../softphoneAddress';

/** What the softphone is connected to; one softphone a page. */
export type Connections = Pick<HostPage, 'setClickToDial' | 'publish' | 'subscribe'>;

/**
 * Container. The softphone of the call center in its frame, and the page's side of Open CTI.
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
    @api connections: Connections | undefined;

    address: string | undefined;
    frameName = 'openCtiSoftphone';
    _host: OpenCtiHost | undefined;
    _receive = (event: MessageEvent) => this._host?.receive(event);

    /** A number on the page was clicked. */
    @api dial(payload: Parameters<OpenCtiHost['dial']>[0]): void {
        this.ask('panelvisibility', { visible: true });
        this._host?.dial(payload);
    }

    override connectedCallback(): void {
        const nonce = crypto.randomUUID();
        this._host = createOpenCtiHost(this.page(), {
            softphoneOrigin: new URL(this.softphoneUrl).origin,
            nonce
        });
        window.addEventListener('message', this._receive);
        this.address = softphoneAddress(this.softphoneUrl, window.location.origin, nonce);
    }
    override disconnectedCallback(): void {
        window.removeEventListener('message', this._receive);
        this._host?.close();
    }

    page(): HostPage {
        const { connections } = this;
        return {
            // By its name: the shadow wraps the window that the frame itself would give.
            softphone: () => (window.frames as unknown as Record<string, Window>)[this.frameName],
            setClickToDial: (enabled) => connections?.setClickToDial(enabled),
            isPanelVisible: () => this.isPanelVisible,
            setPanelVisible: (visible) => this.ask('panelvisibility', { visible }),
            setPanelSize: (size) => this.ask('panelsize', size),
            setItemLabel: (label) => this.ask('itemlabel', { label }),
            callCenterSettings: () => ({ ...this.settings }),
            openRecord: (recordId) => this.ask('openrecord', { recordId }),
            publish: (name, message) => connections?.publish(name, message),
            subscribe: (name, listener) =>
                connections?.subscribe(name, listener) ?? (() => undefined)
        };
    }
    ask(name: string, detail: object): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

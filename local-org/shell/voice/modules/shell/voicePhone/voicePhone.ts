import { LightningElement, api } from 'lwc';
import { dialWith, setClickToDial } from 'platform/clickToDialHost';
import { nameOf, objectOf } from 'shell/clickedRecord';
import { exposedBundles } from 'shell/exposedBundles';
import { word } from 'shell/words';
import type { ShellVoice } from '../../../../boot';
import { payloadOf, type Click } from '../../../../openCti/clickPayload';
import { createVoiceHost, type VoiceHost, type VoicePage } from '../../../host';
import { CONNECTING, type Phone } from '../../../phone';

type Bridge = Element & { publishMessage(message: unknown): void };

/**
 * Container. The softphone of Salesforce Voice: the connector in its frame, out of sight unless the
 * agent has to sign in; the bridge component; the calls; and the Voice extension page. One a page.
 *
 * `panelvisibility` (`visible`): a number on the page was clicked.
 */
export default class ShellVoicePhone extends LightningElement {
    @api voice!: ShellVoice;

    readonly connectorLabel = word('voiceConnector');
    readonly frameName = 'voiceConnector';
    phone: Phone = CONNECTING;
    _host: VoiceHost | undefined;

    override connectedCallback(): void {
        // A copy: what the framework wraps cannot be posted.
        this._host = createVoiceHost(this.page(), { ...this.voice.connectorConfig });
        dialWith((click) => this.dial(click));
    }
    override disconnectedCallback(): void {
        this._host?.close();
    }

    get bridge() {
        return exposedBundles[this.voice.bridge];
    }
    get bridgeProperties(): Readonly<Record<string, unknown>> {
        return { handleMessage: (message: unknown) => this._host?.tell(message) };
    }
    get regions() {
        return this.voice.extension.regions;
    }
    get isConnectorShown(): boolean {
        return this.phone.status === 'signIn';
    }
    get frameClass(): string {
        return this.isConnectorShown ? 'connector' : 'connector connector-unseen';
    }
    get frameStyle(): string {
        return `block-size: ${this.isConnectorShown ? this.phone.loginHeight : 0}px`;
    }

    handleLoad(): void {
        this._host?.connect();
    }
    handleCall({ detail }: CustomEvent<{ readonly number: string }>): void {
        this._host?.dial({ phoneNumber: detail.number, type: 'PhoneNumber' });
    }
    handleAdd({ detail }: CustomEvent<{ readonly number: string; readonly leave: boolean }>): void {
        this._host?.addParticipant(detail.number, detail.leave);
    }
    handleEnd({ detail }: CustomEvent<{ readonly callId: string }>): void {
        this._host?.endCall(detail.callId);
    }

    /** Salesforce Voice hands over number and record, not the parameters of the click. */
    async dial(click: Click): Promise<void> {
        const visible = { visible: true };
        this.dispatchEvent(new CustomEvent('panelvisibility', { detail: visible }));
        const { recordId, recordName } = await payloadOf(click, { objectOf, nameOf });
        this._host?.dial({
            phoneNumber: click.number,
            type: 'PhoneNumber',
            ...(recordId && { recordId }),
            ...(recordName && { name: recordName })
        });
    }

    page(): VoicePage {
        return {
            setUp: (message, port) => {
                // By its name: the shadow wraps the window that the frame itself would give.
                const frames = window.frames as unknown as Record<string, Window>;
                const { origin } = new URL(this.voice.connectorUrl);
                frames[this.frameName]?.postMessage(message, origin, [port]);
            },
            show: (phone) => {
                this.phone = phone;
            },
            setClickToDial,
            publishMessage: (message) =>
                this.template?.querySelector<Bridge>('.bridge')?.publishMessage(message)
        };
    }
}

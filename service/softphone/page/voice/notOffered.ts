import sdk from '@salesforce/scv-connector-base';
import { refusal, type VoiceWords } from './refusals.ts';

/**
 * What Salesforce Voice can ask of a connector, and this one does not do: calls are on the agent's
 * own telephone, and that is where they are muted, held and recorded. The capabilities say so, and
 * whatever is asked all the same is refused in words.
 */
export class NotOffered extends sdk.VendorConnector {
    protected readonly words: VoiceWords;

    constructor(words: VoiceWords) {
        super();
        this.words = words;
    }

    override async getCapabilities() {
        return new sdk.CapabilitiesResult({
            hasMute: false,
            hasRecord: false,
            hasMerge: false,
            hasSwap: false,
            debugEnabled: false,
            hasBlindTransfer: true
        });
    }
    override async getAgentConfig() {
        return new sdk.AgentConfigResult({});
    }
    /** Nobody is offered here: Salesforce has records and users of its own. */
    override async getPhoneContacts() {
        return new sdk.PhoneContactsResult({});
    }
    /** Presence is Salesforce's; the telephony knows none, so nothing is left to be done. */
    override async setAgentStatus() {
        return new sdk.GenericResult({ success: true });
    }
    /** After-call work is Salesforce's, too. */
    override wrapUpCall(): void {
        return undefined;
    }

    override acceptCall = () => this.refuse();
    override declineCall = () => this.refuse();
    override mute = () => this.refuse();
    override unmute = () => this.refuse();
    override hold = () => this.refuse();
    override resume = () => this.refuse();
    override swap = () => this.refuse();
    override conference = () => this.refuse();
    override pauseRecording = () => this.refuse();
    override resumeRecording = () => this.refuse();
    override getSignedRecordingUrl = () => this.refuse();
    override setAgentConfig = () => this.refuse();
    override getAgentStatus = () => this.refuse();
    override sendDigits = () => this.refuse();
    override superviseCall = () => this.refuse();
    override supervisorDisconnect = () => this.refuse();
    override supervisorBargeIn = () => this.refuse();

    private refuse(): never {
        throw refusal('Callback_Voice_Not_Offered', this.words);
    }
}

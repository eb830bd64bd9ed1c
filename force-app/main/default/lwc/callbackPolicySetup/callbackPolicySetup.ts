import { LightningElement } from 'lwc';

/** Container. Policies of the organization, of profiles and of users, and what is in force. */
export default class CallbackPolicySetup extends LightningElement {}

import { LightningElement } from 'lwc';

/** Container. Tries a call before anyone dials: which number will be presented and why. */
export default class CallbackSimulator extends LightningElement {}

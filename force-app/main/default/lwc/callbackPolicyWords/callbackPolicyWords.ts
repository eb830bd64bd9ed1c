/**
 * Presentational. What settings of a policy and their values are called.
 */
export { countryName } from './countryName';
export { filled } from 'c/callbackLabel';
export {
    CHOICES,
    choiceLabel,
    originText,
    SETTING_LABELS,
    WORDS,
    type YesNoSetting
} from './words';

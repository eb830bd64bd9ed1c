import { describe, expect, it } from 'vitest';
import {
    boldWordsUnknown,
    labels,
    linesOf,
    picturesShown,
    picturesTaken,
    readGuide
} from './guideWords.ts';

const FILE = 'docs/guide-agent.md';
const guide = readGuide(FILE);

/** Why a call was blocked, refused or not made: every one of them has a row. */
const EXPLAINED =
    /, Blocked call$|_Softphone_(Away_Title|Busy|Choice_(Expired|Other_Call|Used)|Not_Set_Up|Other_Organization|Outside_Title|Popup_\w+|Refused|Sign_In_(Expired|Refused)|Signed_Out_Title|Waiting_Title)$|^Callback_(Default|Favorites|Last)_(Failed|Unavailable|No_Answer)$|^Callback_Telephony_/;

describe('The guide for agents', () => {
    it('names nothing in bold that is not on the screen', () => {
        expect(boldWordsUnknown(guide, ['callback number'])).toEqual([]);
    });

    it.each(
        labels.filter(({ name, category }) => EXPLAINED.test(category) || EXPLAINED.test(name))
    )('says what to do when it says: $words', ({ words }) => {
        expect(guide).toContain(`| **${words}** |`);
    });

    it('shows the pictures that the journeys take, and no others', () => {
        expect(picturesShown(guide)).toEqual(picturesTaken('agent'));
    });

    it('is short enough to be read', () => {
        expect(linesOf(FILE)).toBeLessThanOrEqual(200);
    });
});

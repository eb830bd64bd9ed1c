import { describe, expect, it, vi } from 'vitest';
import { createOpenCtiPort, type OpenCtiApi } from './openCti.ts';
import type { CallDecided } from './types.ts';

describe('What the softphone uses of Open CTI', () => {
    const names = [
        'onClickToDial',
        'enableClickToDial',
        'disableClickToDial',
        'setSoftphonePanelVisibility',
        'publish',
        'subscribe'
    ] as const;
    const setUp = (errors: readonly string[] | null = null) => {
        const asked: unknown[] = [];
        const api = Object.fromEntries(
            names.map((name) => [
                name,
                ({ callback, ...request }: Parameters<OpenCtiApi['publish']>[0]) => {
                    asked.push([name, request]);
                    (callback as (answer: object) => void)?.({ success: !errors, errors });
                }
            ])
        ) as unknown as OpenCtiApi;
        const complain = vi.fn();
        return { asked, complain, port: createOpenCtiPort(api, complain) };
    };

    it('hears clicks and the two channels that concern it', () => {
        const { asked, port } = setUp();
        const listener = vi.fn();
        port.onClick(listener);
        port.onNumberChosen(listener);
        port.onDialRequested(listener);
        expect(asked).toEqual([
            ['onClickToDial', { listener }],
            ['subscribe', { channelName: 'Callback_Number_Chosen__c', listener }],
            ['subscribe', { channelName: 'Callback_Dial_Requested__c', listener }]
        ]);
    });

    it('tells decisions and shows itself', () => {
        const { asked, complain, port } = setUp();
        const message = { dialKey: 'd1' } as CallDecided;
        port.publishDecided(message);
        port.showPanel();
        expect(asked).toEqual([
            ['publish', { channelName: 'Callback_Call_Decided__c', message }],
            ['setSoftphonePanelVisibility', { visible: true }]
        ]);
        expect(complain).not.toHaveBeenCalled();
    });

    it('switches Click to dial when it changes, and then only', () => {
        const { asked, port } = setUp();
        [true, true, false, false, true].forEach((enabled) => port.setClickToDial(enabled));
        expect(asked.map((call) => (call as [string])[0])).toEqual([
            'enableClickToDial',
            'disableClickToDial',
            'enableClickToDial'
        ]);
    });

    it('passes on what Salesforce refused', () => {
        const { complain, port } = setUp(['No such channel.']);
        port.showPanel();
        expect(complain).toHaveBeenCalledExactlyOnceWith('setSoftphonePanelVisibility', [
            'No such channel.'
        ]);
    });
});

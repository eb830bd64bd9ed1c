import type { CallProgress, SoftphoneState, TelephonyRefusal } from './types.ts';

/** A call as it is shown after the decision. */
type ShownCall = Extract<SoftphoneState, { readonly kind: 'answered' }>;

export interface FollowedCall {
    /** Missing as soon as something else is shown. */
    shown(): ShownCall | undefined;
    /** Until it is time to look again. */
    moment(): Promise<void>;
    look(): Promise<CallProgress | 'away' | undefined>;
    refused(refusal: TelephonyRefusal): void;
    wentOn(shown: ShownCall, progress: CallProgress): void;
}

/** Looks how far a call is until it is over, nobody knows of it, or something else is shown. */
export async function followCall(call: FollowedCall): Promise<void> {
    for (let now = call.shown(); now && goesOn(now); now = call.shown()) {
        await call.moment();
        const progress = call.shown() && (await call.look());
        const then = call.shown();
        if (progress === undefined || then === undefined) {
            return;
        }
        if (progress === 'away') {
            continue;
        }
        if (progress.status === 'failed') {
            const { code, reason } = progress;
            call.refused({ code, reason });
        } else if (progress.status !== then.progress?.status) {
            call.wentOn(then, progress);
        }
    }
}

function goesOn({ answer, progress }: ShownCall): boolean {
    if (answer.kind !== 'decided' || answer.decision.outcome !== 'presented') {
        return false;
    }
    // Of a call on the agent's own telephone no more is heard than that it has begun.
    const last = answer.call === 'expected' ? 'started' : 'ended';
    return answer.call !== 'decisionOnly' && progress?.status !== last;
}

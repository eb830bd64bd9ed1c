/** What the org serves as `opencti_min.js`: sets `sforce.opencti`, as the vendor's script does. */
import { createOpenCti, type OpenCti, type SoftphoneWindow } from './softphoneSide.ts';

const softphone = globalThis as unknown as SoftphoneWindow & { sforce?: { opencti?: OpenCti } };
softphone.sforce = { ...softphone.sforce, opencti: createOpenCti(softphone) };

/** The embedded Salesforce org. See README.md beside this file. */
export { startLocalOrg } from './http/startLocalOrg.ts';
export type { LocalOrg, LocalOrgOptions, SignedIn } from './http/startLocalOrg.ts';
export { ADMIN_USERNAME, INTEGRATION_USERNAME } from './engine/firstRows.ts';
export type { ShellRole } from './shell/boot.ts';
export type { ShellOptions, ShellUser } from './shell/options.ts';
export type { OAuthClient } from './http/clients.ts';
export type { ActionHandler, ActionInput, ActionOutput, ActionType } from './http/actions.ts';
export type { FaultSettings } from './http/faults.ts';
export type { RequestCounts, RequestKind } from './http/requestCounter.ts';
export { OrgError } from './engine/orgError.ts';
export type { OrgEngine, OrgSession, SaveResult } from './engine/types.ts';

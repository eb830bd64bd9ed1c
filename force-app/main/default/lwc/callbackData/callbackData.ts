/**
 * Service. What an agent's decisions need, read by GraphQL and written by the record API, under
 * the agent's own rights. The only Lightning module that knows field names.
 */
import * as rows from './rows';

export type { AgentView, CallToPreview, DirectoryState, PhoneField, Preview } from './types';
export type { AgentRows, DirectoryRequest } from './reading';
export { agentViewOf, stateOfAgent, type Draft } from './agentView';
export { ChangeWatch } from './changes';
export { readAgent } from './reading';
export { factsOfRecord, fieldsToRead } from './recordFacts';
export { fieldNamesOf, phoneFieldsOf, phonesOf } from './phoneFields';
export { MOST_FAVORITES, setDefaultNumber, setFavorites } from './preference';
export { previewOf } from './preview';
export { stateOfErrors } from './refusal';
export { rows };

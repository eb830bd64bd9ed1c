/**
 * Service. What an agent's decisions need, read by GraphQL and written by the record API, under
 * the agent's own rights. The only Lightning module that knows field names.
 */
export type { AgentView, CallToPreview, DirectoryState, PhoneField, Preview } from './types';
export { factsOfRecord } from './recordFacts';
export { fieldNamesOf, phoneFieldsOf, phonesOf } from './phoneFields';
export { previewOf } from './preview';
export { setDefaultNumber, setFavorites } from './preference';

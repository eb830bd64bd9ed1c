import type { NumberId } from 'c/callbackResolver';
import type { AgentView } from './types';

/** @throws the platform's error */
export async function setDefaultNumber(
    _agent: AgentView,
    _numberId: NumberId | null
): Promise<void> {
    throw new Error('not yet');
}

/** @throws the platform's error */
export async function setFavorites(
    _agent: AgentView,
    _numberIds: readonly NumberId[]
): Promise<void> {
    throw new Error('not yet');
}

import defaultCleared from '@salesforce/label/c.Callback_Default_Cleared';
import defaultFailed from '@salesforce/label/c.Callback_Default_Failed';
import defaultSaved from '@salesforce/label/c.Callback_Default_Saved';
import favoritesFailed from '@salesforce/label/c.Callback_Favorites_Failed';
import favoritesFull from '@salesforce/label/c.Callback_Favorites_Full';
import { setDefaultNumber, setFavorites, type AgentView } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import type { Outcome } from 'c/callbackDefaultNumber';
import type { NumberId } from 'c/callbackResolver';
import { MOST_FAVORITES, withFavorite } from './favorites';

/** What is being saved, and what became of it. */
export interface Saving {
    readonly isSavingDefault: boolean;
    readonly defaultOutcome?: Outcome;
    /** Shown at once; undefined where what is loaded holds. */
    readonly favoriteIds?: readonly NumberId[];
    readonly favoritesError?: string;
}

export const NOTHING_SAVED: Saving = { isSavingDefault: false };

interface Around {
    /** As loaded last: undefined where the agent is not known at present. */
    readonly agent: () => AgentView | undefined;
    readonly refresh: () => Promise<void>;
    readonly show: (change: Partial<Saving>) => void;
    /** The agent's default stands in the org. */
    readonly tellDefault: (agentId: string) => void;
}

/**
 * Saves the agent's own choices, one after the other: each builds on what the one before it left
 * in the org.
 */
export class Saves {
    private readonly around: Around;
    private before: Promise<void> = Promise.resolve();
    private favoriteIds: readonly NumberId[] | undefined;

    constructor(around: Around) {
        this.around = around;
    }

    defaultNumber(numberId: NumberId | null): void {
        const { refresh, show } = this.around;
        show({ isSavingDefault: true, defaultOutcome: undefined });
        this.next(async (agent) => {
            try {
                await setDefaultNumber(agent, numberId);
                this.around.tellDefault(agent.agentId);
                await refresh();
                show({ defaultOutcome: { kind: 'saved', text: savedText(agent, numberId) } });
            } catch (error) {
                const text = sentence(defaultFailed, error);
                show({ defaultOutcome: { kind: 'failed', text } });
            }
            show({ isSavingDefault: false });
        });
    }

    favorite(numberId: NumberId, isFavorite: boolean): void {
        const { agent, refresh, show } = this.around;
        const shown = this.favoriteIds ?? agent()?.favoriteIds ?? [];
        const favoriteIds = withFavorite(shown, numberId, isFavorite);
        if (!favoriteIds) {
            show({ favoritesError: favoritesFull.replace('{0}', String(MOST_FAVORITES)) });
            return;
        }
        this.favoriteIds = favoriteIds;
        show({ favoriteIds, favoritesError: undefined });
        this.next(async (current) => {
            let favoritesError: string | undefined;
            try {
                await setFavorites(current, favoriteIds);
                await refresh();
            } catch (error) {
                favoritesError = sentence(favoritesFailed, error);
            }
            // Where another star was clicked meanwhile, what that one shows still holds.
            if (this.favoriteIds === favoriteIds) {
                this.favoriteIds = undefined;
                show({ favoriteIds: undefined, favoritesError });
            }
        });
    }

    private next(save: (agent: AgentView) => Promise<void>): void {
        this.before = this.before.then(async () => {
            const agent = this.around.agent();
            if (agent) {
                await save(agent);
            }
        });
    }
}

function savedText(agent: AgentView, numberId: NumberId | null): string {
    const number = numberId && agent.directory.numbers.get(numberId);
    return number ? defaultSaved.replace('{0}', () => number.label) : defaultCleared;
}

function sentence(words: string, error: unknown): string {
    return words.replace('{0}', () => reduceErrors(error).join(' '));
}

import changedMeanwhile from '@salesforce/label/c.Callback_Assign_Group_Changed';
import type { GroupEdit } from 'c/callbackAssignGroupEdit';
import { reduceErrors } from 'c/callbackErrors';
import {
    groupChange,
    groupRemoval,
    readGroupUse,
    saveRows,
    type Ask,
    type GroupSummary,
    type GroupUse,
    type RowResult
} from 'c/callbackSetupData';

interface Surroundings {
    readonly ask: Ask;
    show(edit: GroupEdit | undefined): void;
    /** A group is there, has another name, or is gone. */
    changed(name: string, gone?: GroupSummary): void;
}

/** Makes, renames and deletes groups, one at a time. */
export class GroupKeeping {
    private readonly page: Surroundings;
    private group: GroupSummary | undefined;
    private use: GroupUse | undefined;

    constructor(page: Surroundings) {
        this.page = page;
    }

    /** @param group to be renamed; a new one without it */
    name(group?: GroupSummary): void {
        this.group = group;
        this.showName(false);
    }

    async saveName(name: string): Promise<void> {
        this.showName(true);
        const [result] = await saveRows([groupChange(name, this.group)], { ask: this.page.ask });
        const errors = errorsOf([result]);
        if (errors.length > 0) {
            this.showName(false, errors);
            return;
        }
        this.page.show(undefined);
        this.page.changed(name);
    }

    async remove(group: GroupSummary): Promise<void> {
        this.group = group;
        this.use = undefined;
        await this.lookUp();
    }

    async confirmRemove(): Promise<void> {
        const group = this.group!;
        // Once more: a rule may have come to depend on it, and then nothing of it is to go.
        const use = (await this.lookUp()) ? this.use! : undefined;
        if (!use || use.rules.length > 0) {
            return;
        }
        this.showRemoval(true);
        const results = await saveRows(groupRemoval(group, use), { ask: this.page.ask });
        if (results.at(-1)!.kind !== 'saved') {
            this.showRemoval(false, errorsOf(results));
            return;
        }
        this.page.show(undefined);
        this.page.changed(group.name, group);
    }

    cancel(): void {
        this.group = undefined;
        this.page.show(undefined);
    }

    private async lookUp(): Promise<boolean> {
        const group = this.group!;
        this.showRemoval(this.use !== undefined);
        try {
            const use = await readGroupUse(this.page.ask, group.id);
            if (this.group !== group) {
                return false;
            }
            this.use = use;
            this.showRemoval(false);
            return true;
        } catch (errors) {
            this.showRemoval(false, reduceErrors(errors));
            return false;
        }
    }

    private showName(saving: boolean, errors: readonly string[] = []): void {
        const before = this.group?.name;
        this.page.show({
            kind: 'name',
            ...(before !== undefined && { before }),
            saving,
            errors
        });
    }
    private showRemoval(saving: boolean, errors: readonly string[] = []): void {
        const { use } = this;
        this.page.show({
            kind: 'delete',
            name: this.group!.name,
            ...(use && { use: { ...use, assignments: use.assignments.length } }),
            saving,
            errors
        });
    }
}

function errorsOf(results: readonly RowResult[]): readonly string[] {
    return results.flatMap((result) => {
        switch (result.kind) {
            case 'saved':
            case 'notTried':
                return [];
            case 'conflict':
                return [changedMeanwhile];
            default:
                return result.errors;
        }
    });
}

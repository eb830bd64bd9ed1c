import { LightningElement, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import { NO_DRAFT, type Draft } from 'c/callbackAssignItems';
import { assignmentFile } from 'c/callbackAssignCsv';
import { stateOfErrors } from 'c/callbackData';
import { download } from 'c/callbackDownload';
import { reduceErrors } from 'c/callbackErrors';
import {
    OBJECTS,
    readAllPairs,
    readPairs,
    type Ask,
    type PairKind,
    type PairRequest
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { Counting, NOTHING_COUNTED } from './counting';
import { NOBODY, readPeople, readPeopleAgain, type People } from './people';
import { assigneesOf, rowsOf, type Rows } from './rows';
import { rightsIn, stateIn, type Infos } from './rights';
import { chosenText, peopleText, words } from './words';

type Explaining = HTMLElement & { read(): Promise<void> };
type Info = { readonly data?: ObjectInfo; readonly error?: unknown };

/**
 * Container. Agents and groups: any number of them are chosen, numbers are given to them and taken
 * from them, and agents are put into groups. What is to change is a draft until it is saved.
 */
export default class CallbackAssignmentsSetup extends LightningElement {
    words = words;
    objects = OBJECTS;
    infos: Infos = {};
    loaded: LoadState = { kind: 'loading' };
    people: People = NOBODY;
    /** The same as its parts take it; made anew only when it is read anew. */
    rows: Rows = rowsOf(NOBODY);
    isLoadingMore = false;
    agentIds: readonly string[] = [];
    groupIds: readonly string[] = [];
    counted = NOTHING_COUNTED;
    isCounting = false;
    drafts: Record<PairKind, Draft> = { number: NO_DRAFT, membership: NO_DRAFT };
    /** What is previewed and saved now. */
    request: PairRequest | undefined;
    isImporting = false;
    problems: readonly string[] = [];

    private isOpened = false;
    private focusNext: string | undefined;
    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly counting = new Counting(this.ask);

    @wire(getObjectInfo, { objectApiName: '$objects.assignment' })
    handleAssignmentInfo(info: Info): void {
        this.infos = { ...this.infos, assignment: info };
    }
    @wire(getObjectInfo, { objectApiName: '$objects.group' })
    handleGroupInfo(info: Info): void {
        this.infos = { ...this.infos, group: info };
    }
    @wire(getObjectInfo, { objectApiName: '$objects.member' })
    handleMemberInfo(info: Info): void {
        this.infos = { ...this.infos, member: info };
    }
    @wire(getObjectInfo, { objectApiName: '$objects.rule' })
    handleRuleInfo(info: Info): void {
        this.infos = { ...this.infos, rule: info };
    }

    override renderedCallback(): void {
        // What asks the org is part of the template.
        if (!this.isOpened) {
            this.isOpened = true;
            this.load();
        }
        const target = this.focusNext && this.template!.querySelector<HTMLElement>(this.focusNext);
        if (target) {
            this.focusNext = undefined;
            target.focus();
        }
    }

    get rights() {
        return rightsIn(this.infos);
    }
    get state(): LoadState {
        return stateIn(this.infos, this.loaded);
    }
    get cannotAssign(): boolean {
        return !this.rights.assignment.create;
    }
    get cannotGroup(): boolean {
        return !this.rights.member.create;
    }
    /** Hidden, not removed: whoever comes back finds their search as they left it. */
    get choosingClass(): string {
        return this.request || this.isImporting ? 'slds-hide' : '';
    }
    get canImport(): boolean {
        return !this.cannotAssign && !this.isImporting && !this.request;
    }
    get chosenText(): string {
        return chosenText(this.agentIds.length, this.groupIds.length);
    }
    get requestText(): string {
        const { assignees } = this.request!;
        const agents = assignees.filter(({ kind }) => kind === 'agent').length;
        return peopleText(agents, assignees.length - agents);
    }
    get isLookingUp(): boolean {
        return this.isCounting || this.isLoadingMore;
    }
    get hasChosen(): boolean {
        return this.counted.number.total > 0;
    }
    get hasChosenAgents(): boolean {
        return this.counted.membership.total > 0;
    }
    get oneAgentId(): string | undefined {
        return this.agentIds.length === 1 && this.groupIds.length === 0
            ? this.agentIds[0]
            : undefined;
    }

    async load(): Promise<void> {
        this.loaded = { kind: 'loading' };
        this.isLoadingMore = true;
        try {
            await readPeople(this.ask, (people) => {
                this.take(people);
                this.loaded = { kind: 'ready' };
            });
            await this.count();
        } catch (errors) {
            this.loaded = stateOfErrors(errors) as LoadState;
        }
        this.isLoadingMore = false;
    }

    handleAgents({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
        this.problems = [];
        this.agentIds = detail.ids;
        this.count();
    }
    handleGroups({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
        this.problems = [];
        this.groupIds = detail.ids;
        this.count();
    }
    handleGroupsChanged(): void {
        this.problems = [];
        this.readAgain();
    }
    handleDraft(event: CustomEvent<{ draft: Draft }>): void {
        this.drafts = { ...this.drafts, [kindOf(event)]: event.detail.draft };
    }
    handlePreview(event: CustomEvent): void {
        const kind = kindOf(event);
        const groupIds = kind === 'number' ? this.groupIds : [];
        const assignees = assigneesOf(this.agentIds, groupIds);
        this.request = { kind, assignees, ...this.drafts[kind] };
    }
    handleChangeClosed({ detail }: CustomEvent<{ saved: boolean }>): void {
        const { kind } = this.request!;
        if (detail.saved) {
            this.drafts = { ...this.drafts, [kind]: NO_DRAFT };
        }
        this.request = undefined;
        this.problems = [];
        this.focusNext = '[data-chosen]';
        this.readAgain();
    }

    handleImport(): void {
        this.isImporting = true;
    }
    handleImportClosed(): void {
        this.isImporting = false;
        this.focusNext = '[data-action="import"]';
        this.problems = [];
        this.readAgain();
    }
    /** Of those who are chosen; of everybody where nobody is. */
    async handleExport(): Promise<void> {
        const ids = [...this.agentIds, ...this.groupIds];
        this.problems = [];
        await this.trying(async () => {
            const pairs = await (ids.length > 0
                ? readPairs(this.ask, 'number', ids)
                : readAllPairs(this.ask));
            download('assignments.csv', assignmentFile(pairs, this.people));
        });
    }

    private take(people: People): void {
        this.people = people;
        this.rows = rowsOf(people);
    }
    private async readAgain(): Promise<void> {
        this.template!.querySelector<Explaining>('c-callback-assign-agent')?.read();
        await this.trying(async () => {
            this.take(await readPeopleAgain(this.ask, this.people));
        });
        await this.count();
    }
    private async count(): Promise<void> {
        this.isCounting = true;
        await this.trying(async () => {
            const { agentIds, groupIds, people } = this;
            this.counted =
                (await this.counting.count(agentIds, groupIds, people.agents)) ?? this.counted;
        });
        this.isCounting = this.counting.isBusy;
    }
    private async trying(work: () => Promise<void>): Promise<void> {
        try {
            await work();
        } catch (errors) {
            this.problems = reduceErrors(errors);
        }
    }
}

function kindOf(event: Event): PairKind {
    return (event.currentTarget as HTMLElement).dataset.kind as PairKind;
}

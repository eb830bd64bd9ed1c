import { LightningElement, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import groupDeleted from '@salesforce/label/c.Callback_Assign_Group_Deleted';
import groupSaved from '@salesforce/label/c.Callback_Assign_Group_Saved';
import { NO_DRAFT, type Draft, type Item } from 'c/callbackAssignItems';
import type { AgentRow } from 'c/callbackAssignAgents';
import type { ExplainState } from 'c/callbackAssignExplained';
import type { GroupEdit } from 'c/callbackAssignGroupEdit';
import type { DraftPreview } from 'c/callbackAssignPreview';
import { filled } from 'c/callbackAssignWords';
import { agentViewOf, readAgent, rows, stateOfErrors } from 'c/callbackData';
import { reduceErrors } from 'c/callbackErrors';
import { isE164, type AgentId, type CallbackNumber } from 'c/callbackResolver';
import type { SaveState } from 'c/callbackSaveProgress';
import {
    agentsWithGroups,
    countPairs,
    groupsWithMembers,
    OBJECTS,
    previewPairs,
    readAgents,
    readGroups,
    readMembers,
    readNumbers,
    rightsOf,
    savePairs,
    type AgentRecord,
    type AgentSummary,
    type Ask,
    type GroupRecord,
    type GroupSummary,
    type MemberRecord,
    type PairKind,
    type PairPlan
} from 'c/callbackSetupData';
import type { LoadState } from 'c/callbackState';
import { explanationOf } from './explaining';
import { GroupKeeping } from './groupKeeping';
import { Latest } from './latest';
import { outcomeOf } from './outcome';
import {
    agentRows,
    assigneesOf,
    groupItems,
    membershipCounts,
    namesOf,
    numberItems
} from './people';
import { previewOf } from './previewing';
import { chosenText, peopleText, words } from './words';

type Info = { readonly data?: ObjectInfo; readonly error?: unknown };
type View = 'choose' | 'preview' | 'save';

/** How many of those who were chosen then have each item. */
interface Counted {
    readonly counts: ReadonlyMap<string, number>;
    readonly total: number;
}
const NOTHING_COUNTED: Counted = { counts: new Map(), total: 0 };

/** Nothing is dialled here, so no number has to be read. */
const NO_PHONE_LIBRARY = { parsePhoneNumberFromString: () => undefined };

/**
 * Container. Agents and groups: any number of them are chosen, numbers are given to them and taken
 * from them, and agents are put into groups. What is to change is a draft, previewed as everything
 * is then, and saved pair by pair.
 */
export default class CallbackAssignmentsSetup extends LightningElement {
    words = words;
    objects = OBJECTS;
    loaded: LoadState = { kind: 'loading' };
    view: View = 'choose';
    agents: readonly AgentSummary[] = [];
    groups: readonly GroupSummary[] = [];
    numbers: readonly CallbackNumber[] = [];
    isLoadingMore = false;
    agentIds: readonly string[] = [];
    groupIds: readonly string[] = [];
    counted: Record<PairKind, Counted> = { number: NOTHING_COUNTED, membership: NOTHING_COUNTED };
    isCounting = false;
    drafts: Record<PairKind, Draft> = { number: NO_DRAFT, membership: NO_DRAFT };
    problems: readonly string[] = [];
    edit: GroupEdit | undefined;
    explain: ExplainState = { kind: 'looking' };
    preview: DraftPreview | undefined;
    saving: SaveState = { kind: 'idle' };
    infos: Partial<Record<'assignment' | 'group' | 'member' | 'rule', Info>> = {};

    private isOpened = false;
    private isExplaining = false;
    private focusNext: string | undefined;
    private plan: PairPlan | undefined;
    private stop = new AbortController();
    private read: {
        readonly agents: readonly AgentRecord[];
        readonly groups: readonly GroupRecord[];
        readonly members: readonly MemberRecord[];
    } = { agents: [], groups: [], members: [] };
    private readonly counting = new Latest();
    private readonly explanations = new Latest();
    private readonly ask: Ask = (request) =>
        (this.refs!.org as HTMLElement & { ask: Ask }).ask(request);
    private readonly keeping = new GroupKeeping({
        ask: (request) => this.ask(request),
        show: (edit) => {
            this.focusNext = this.edit && !edit ? 'c-callback-assign-groups' : undefined;
            this.edit = edit;
        },
        changed: (name, gone) => this.groupChanged(name, gone)
    });

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
    /** Who may change rules may look at what they pick from. */
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
    override disconnectedCallback(): void {
        this.stop.abort();
    }

    get rights() {
        const { assignment, group, member, rule } = this.infos;
        return {
            assignment: rightsOf(assignment?.data),
            group: rightsOf(group?.data),
            member: rightsOf(member?.data),
            rule: rightsOf(rule?.data)
        };
    }
    get state(): LoadState {
        const { assignment, rule } = this.rights;
        const isKnown = ['assignment', 'rule'].every((name) => {
            const info = this.infos[name as 'rule'];
            return info?.data !== undefined || info?.error !== undefined;
        });
        if (this.loaded.kind === 'ready' && !isKnown) {
            return { kind: 'loading' };
        }
        return isKnown && !assignment.create && !rule.create
            ? { kind: 'noPermission', missing: [] }
            : this.loaded;
    }
    get isReadOnly(): boolean {
        return !this.rights.assignment.create && !this.rights.member.create;
    }
    get isAssignmentReadOnly(): boolean {
        return !this.rights.assignment.create;
    }
    get isMembershipReadOnly(): boolean {
        return !this.rights.member.create;
    }
    /** Hidden, not removed: whoever comes back finds their search as they left it. */
    get chooseClass(): string {
        return this.view === 'choose' ? '' : 'slds-hide';
    }
    get isPreviewing(): boolean {
        return this.view === 'preview';
    }
    get isSaving(): boolean {
        return this.view === 'save';
    }
    get agentRows(): readonly AgentRow[] {
        return agentRows(this.agents, this.groups);
    }
    get numberItems(): readonly Item[] {
        return numberItems(this.numbers);
    }
    get groupItems(): readonly Item[] {
        return groupItems(this.groups);
    }
    get chosenText(): string {
        return chosenText(this.agentIds.length, this.groupIds.length);
    }
    get hasChosen(): boolean {
        return this.counted.number.total > 0;
    }
    get hasChosenAgents(): boolean {
        return this.counted.membership.total > 0;
    }
    get hasOneAgent(): boolean {
        return this.agentIds.length === 1 && this.groupIds.length === 0;
    }

    async load(): Promise<void> {
        this.loaded = { kind: 'loading' };
        try {
            const groups = await readGroups(this.ask);
            this.numbers = (await readNumbers(this.ask)).flatMap(
                (row) => rows.toNumber(row, isE164) ?? []
            );
            this.read = { ...this.read, groups };
            this.isLoadingMore = true;
            const agents = await readAgents(this.ask, (some) => {
                this.take({ agents: [...some] });
                this.loaded = { kind: 'ready' };
            });
            this.take({ agents, members: await readMembers(this.ask) });
            this.count();
        } catch (errors) {
            this.loaded = stateOfErrors(errors) as LoadState;
        }
        this.isLoadingMore = false;
    }

    handleAgents({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
        this.agentIds = detail.ids;
        this.count();
    }
    handleGroups({ detail }: CustomEvent<{ ids: readonly string[] }>): void {
        this.groupIds = detail.ids;
        this.keeping.cancel();
        this.count();
    }
    handleDraft(event: CustomEvent<{ draft: Draft }>): void {
        this.drafts = { ...this.drafts, [kindOf(event)]: event.detail.draft };
    }

    handleNewGroup(): void {
        this.keeping.name();
    }
    handleRenameGroup(): void {
        this.keeping.name(this.chosenGroup());
    }
    handleDeleteGroup(): void {
        this.keeping.remove(this.chosenGroup());
    }
    handleGroupName({ detail }: CustomEvent<{ name: string }>): void {
        this.keeping.saveName(detail.name);
    }
    handleConfirmDelete(): void {
        this.keeping.confirmRemove();
    }
    handleCancelGroup(): void {
        this.keeping.cancel();
    }

    handleExplain(): void {
        this.isExplaining = true;
        this.explainAgent();
    }
    handleOtherTab(): void {
        this.isExplaining = false;
    }

    async handlePreview(event: CustomEvent): Promise<void> {
        const kind = kindOf(event);
        this.problems = [];
        try {
            const groupIds = kind === 'number' ? this.groupIds : [];
            const assignees = assigneesOf(this.agentIds, groupIds);
            this.plan = await previewPairs(this.ask, { kind, assignees, ...this.drafts[kind] });
            const chosen = peopleText(this.agentIds.length, groupIds.length);
            this.preview = previewOf(this.plan, chosen, this.names);
            this.view = 'preview';
        } catch (errors) {
            this.problems = reduceErrors(errors);
        }
    }
    async handleSave(): Promise<void> {
        const plan = this.plan!;
        this.stop = new AbortController();
        this.problems = [];
        this.go('save', '[data-saving]');
        this.saving = { kind: 'saving', done: 0, total: plan.changes.length };
        try {
            const results = await savePairs(plan, {
                ask: this.ask,
                signal: this.stop.signal,
                onProgress: (done, total) => {
                    this.saving = { kind: 'saving', done, total };
                }
            });
            const outcome = outcomeOf(results, this.names);
            if (outcome.saved === outcome.total) {
                this.drafts = { ...this.drafts, [plan.kind]: NO_DRAFT };
            }
            await this.readMembersAgain(plan.kind);
            this.saving = outcome;
            this.count();
        } catch (errors) {
            this.saving = { kind: 'idle' };
            this.problems = reduceErrors(errors);
            this.view = 'preview';
        }
    }
    handleCancelSave(): void {
        this.stop.abort();
    }
    handleBack(): void {
        this.saving = { kind: 'idle' };
        this.go('choose', '[data-chosen]');
    }

    private get names(): ReadonlyMap<string, string> {
        return namesOf(this.agents, this.groups, this.numberItems);
    }

    private go(view: View, focus: string): void {
        this.view = view;
        this.focusNext = focus;
    }

    private take(read: Partial<CallbackAssignmentsSetup['read']>): void {
        this.read = { ...this.read, ...read };
        const { agents, groups, members } = this.read;
        this.agents = agentsWithGroups(agents, members);
        this.groups = groupsWithMembers(groups, members);
    }

    private count(): void {
        this.isCounting = true;
        this.explainAgent();
        this.counting.run(async () => {
            const { agentIds, groupIds } = this;
            try {
                const ids = [...agentIds, ...groupIds];
                const counts = await countPairs(this.ask, 'number', ids);
                this.counted = {
                    number: { counts, total: ids.length },
                    membership: {
                        counts: membershipCounts(this.agents, agentIds),
                        total: agentIds.length
                    }
                };
            } catch (errors) {
                this.problems = reduceErrors(errors);
            }
            this.isCounting = false;
        });
    }

    private explainAgent(): void {
        if (!this.isExplaining || !this.hasOneAgent) {
            return;
        }
        const [id] = this.agentIds;
        this.explain = { kind: 'looking' };
        this.explanations.run(async () => {
            try {
                const ask = async (request: Parameters<Ask>[0]) => ({
                    data: await this.ask(request)
                });
                const view = agentViewOf(id as AgentId, await readAgent(id, ask), NO_PHONE_LIBRARY);
                const explanation = explanationOf(view, namesOf(this.groups));
                this.explain = { kind: 'explained', explanation };
            } catch (errors) {
                this.explain = { kind: 'failed', errors: reduceErrors(errors) };
            }
        });
    }

    private chosenGroup(): GroupSummary {
        return this.groups.find(({ id }) => id === this.groupIds[0])!;
    }
    private async groupChanged(name: string, gone?: GroupSummary): Promise<void> {
        const title = filled(gone ? groupDeleted : groupSaved, name);
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        try {
            const groups = await readGroups(this.ask);
            this.take({ groups, members: await readMembers(this.ask) });
        } catch (errors) {
            this.problems = reduceErrors(errors);
        }
        if (gone) {
            this.groupIds = this.groupIds.filter((id) => id !== gone.id);
            this.count();
        }
    }
    private async readMembersAgain(kind: PairKind): Promise<void> {
        if (kind === 'membership') {
            this.take({ members: await readMembers(this.ask) });
        }
    }
}

function kindOf(event: Event): PairKind {
    return (event.currentTarget as HTMLElement).dataset.kind as PairKind;
}

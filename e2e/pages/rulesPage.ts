import type { Locator } from 'playwright-core';
import type { LightningPage } from './lightningPage.ts';
import { Picker } from './picker.ts';

/** What stands at the foot of the page covers no rule. */
const HIGH = { width: 1280, height: 2400 };

/** Selection rules in their order, and the form of one. */
export class RulesPage {
    readonly root: Locator;
    readonly form: Locator;
    readonly catches: Locator;
    readonly impact: Locator;
    readonly announced: Locator;
    private readonly lightning: LightningPage;

    private constructor(lightning: LightningPage) {
        this.lightning = lightning;
        this.root = lightning.page.locator('c-callback-rules-setup');
        this.form = this.root.locator('c-callback-rule-editor');
        this.catches = this.root.locator('c-callback-rule-catches');
        this.impact = this.root.locator('c-callback-rule-impact');
        this.announced = this.root.locator('c-callback-rule-list [data-announced]');
    }

    static async open(lightning: LightningPage): Promise<RulesPage> {
        await lightning.page.setViewportSize(HIGH);
        await lightning.open('/lightning/n/Callback_Rules_Setup');
        const page = new RulesPage(lightning);
        await page.rule('Germany: Hamburg').waitFor();
        await lightning.settled();
        return page;
    }

    rule(name: string): Locator {
        return this.root
            .locator('c-callback-rule-row')
            .filter({ has: this.lightning.page.getByText(name, { exact: true }) });
    }
    handle(name: string): Locator {
        return this.rule(name).getByRole('button', { name: `Move rule ${name},` });
    }
    menu(name: string): Locator {
        return this.root.getByRole('button', { name: `Actions for ${name}`, exact: true });
    }
    button(name: string): Locator {
        return this.root.getByRole('button', { name, exact: true });
    }

    /** Names of the rules, in the order shown. */
    async order(): Promise<string[]> {
        return this.root.locator('c-callback-rule-row strong').allInnerTexts();
    }

    /** Chooses from the menu of a rule. */
    async act(name: string, action: string): Promise<void> {
        await this.menu(name).click();
        await this.lightning.page.getByRole('menuitem', { name: action, exact: true }).click();
    }

    /** Fills in a number prefix rule. */
    async write(rule: { name: string; prefix: string; number: string }): Promise<void> {
        await this.form.getByRole('textbox', { name: 'Rule name' }).fill(rule.name);
        await this.form.getByRole('textbox', { name: 'Prefix' }).fill(rule.prefix);
        await new Picker(this.form).choose(rule.number);
    }

    /** Waits until a save has come to this. */
    async saved(text: string): Promise<void> {
        const progress = this.root.locator('c-callback-save-progress');
        await progress.getByText(text).waitFor();
        await progress.getByRole('button', { name: 'Close' }).click();
    }

    /** As a person sees the page who does not scroll. */
    async inAWindow(look: () => Promise<void>): Promise<void> {
        await this.lightning.page.setViewportSize({ width: 1280, height: 1000 });
        await look();
        await this.lightning.page.setViewportSize(HIGH);
    }

    /** Answers the question that is asked. */
    async confirm(): Promise<void> {
        const question = this.lightning.page.locator('section[role="alertdialog"]');
        await question.getByRole('button', { name: 'OK' }).click();
        await question.waitFor({ state: 'detached' });
    }
}

export interface Finding {
    /** Path from the project's top folder. */
    readonly file: string;
    readonly what: string;
    readonly remedy: string;
}

export type Fail = (what: string, remedy: string) => void;

/** Collects findings and counts checks: a check is passed when it raises no finding. */
export class Report {
    readonly findings: Finding[] = [];
    passed = 0;
    failed = 0;

    check(file: string, run: (fail: Fail) => void): void {
        const before = this.findings.length;
        run((what, remedy) => this.findings.push({ file, what, remedy }));
        if (this.findings.length === before) {
            this.passed += 1;
        } else {
            this.failed += 1;
        }
    }

    /** A check with one possible finding. */
    expect(holds: boolean, file: string, what: string, remedy: string): void {
        this.check(file, (fail) => {
            if (!holds) {
                fail(what, remedy);
            }
        });
    }

    /** One line for each finding, then the count. */
    lines(): string[] {
        return [
            ...this.findings.map(({ file, what, remedy }) => `${file}: ${what} — ${remedy}`),
            `${this.passed} passed, ${this.failed} failed`
        ];
    }
}

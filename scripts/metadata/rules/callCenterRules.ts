import type { PackageModel } from '../packageModel.ts';
import type { Report } from '../report.ts';
import { childrenOf, textOf } from '../xml.ts';

/** The internal name, as the vendor's page on call center definition files asks for it. */
const INTERNAL_NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const MODES = ['Lightning', 'Classic_and_Lightning'];
/** What Lightning takes, in pixels. */
const SIZES = { reqSoftphoneHeight: [240, 2560], reqSoftphoneWidth: [200, 1920] } as const;

/** A call center that Open CTI opens in Lightning. */
export function checkCallCenterRules(model: PackageModel, report: Report): void {
    for (const { name, path, root } of model.ofKind('CallCenter')) {
        const items = new Map(
            childrenOf(root, 'sections')
                .flatMap((section) => childrenOf(section, 'items'))
                .map((item) => [textOf(item, 'name') ?? '', textOf(item, 'value') ?? ''])
        );
        report.check(path, (fail) => {
            if (!INTERNAL_NAME.test(name)) {
                fail(
                    `the internal name ${name} is not allowed`,
                    'take up to 40 letters and digits, a letter first'
                );
            }
            const address = items.get('reqAdapterUrl') ?? '';
            if (!address.startsWith('https://') || address !== textOf(root, 'adapterUrl')) {
                fail(
                    'reqAdapterUrl is no https address, or not the adapterUrl',
                    'write the same https address in both'
                );
            }
            if (items.get('reqUseApi') !== 'true') {
                fail('reqUseApi is not true', 'write true, or Open CTI is off');
            }
            if (!MODES.includes(items.get('reqSalesforceCompatibilityMode') ?? '')) {
                fail(
                    'reqSalesforceCompatibilityMode leaves out Lightning',
                    `write one of ${MODES.join(', ')}`
                );
            }
            for (const [size, [least, most]] of Object.entries(SIZES)) {
                const pixels = Number(items.get(size));
                if (!(pixels >= least && pixels <= most)) {
                    fail(
                        `${size} is ${items.get(size) ?? 'missing'}`,
                        `write a number from ${least} to ${most}`
                    );
                }
            }
        });
    }
}

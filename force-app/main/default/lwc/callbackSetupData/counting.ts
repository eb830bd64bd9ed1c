/** Records counted by the org, without groups: one node, even where there are none. */
export const COUNTED = '{ edges { node { aggregate { Id { count { value } } } } } }';

export interface Counted {
    readonly edges: readonly {
        readonly node: {
            readonly aggregate: { readonly Id: { readonly count: { readonly value: number } } };
        };
    }[];
}

export function countIn({ edges }: Counted): number {
    return edges[0]?.node.aggregate.Id.count.value ?? 0;
}

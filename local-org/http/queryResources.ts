import { OrgError } from '../engine/orgError.ts';
import type { QueryPage } from '../engine/types.ts';
import type { Resource, RestRequest } from './resource.ts';
import { ok, type RestAnswer } from './restAnswer.ts';

/** `query`, `queryAll` and the pages that follow. Deleted rows are not kept, so both see the same. */
export const queryResources: readonly Resource[] = [
    { path: 'query', methods: { GET: { kind: 'query', composable: true, run: query } } },
    { path: 'queryall', methods: { GET: { kind: 'query', composable: true, run: query } } },
    {
        path: 'query/:locator',
        methods: { GET: { kind: 'queryMore', composable: true, run: queryMore } }
    },
    {
        path: 'queryall/:locator',
        methods: { GET: { kind: 'queryMore', composable: true, run: queryMore } }
    }
];

function query(request: RestRequest): RestAnswer {
    const soql = request.query.get('q');
    if (!soql) throw new OrgError('MALFORMED_QUERY', 'A query string has to be specified');
    return page(request, request.session.query(soql, request.batchSize));
}

function queryMore(request: RestRequest): RestAnswer {
    return page(request, request.session.queryMore(request.params.locator!));
}

function page(request: RestRequest, result: QueryPage): RestAnswer {
    const { totalSize, done, nextLocator, records } = result;
    return ok({
        totalSize,
        done,
        ...(nextLocator && { nextRecordsUrl: `${request.versionPath}/query/${nextLocator}` }),
        records
    });
}

const MIN_BATCH = 200;
const MAX_BATCH = 2_000;

/** Records a page from `Sforce-Query-Options: batchSize=500`, held within Salesforce's bounds. */
export function batchSizeOf(header: string | undefined): number | undefined {
    const wanted = header && /batchSize\s*=\s*(\d+)/i.exec(header)?.[1];
    return wanted ? Math.min(MAX_BATCH, Math.max(MIN_BATCH, Number(wanted))) : undefined;
}

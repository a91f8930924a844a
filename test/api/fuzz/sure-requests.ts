/** What chance seldom makes: requests that fit what stands in the small partnership, and so must succeed. */
import { exchange } from './exchange.js';
import { type FuzzedRequest } from './requests.js';
import { type Known } from './small-partnership.js';

/** A request by the name of the route that it is for; made when its turn comes, from what stands there then. */
export type SureRequest = readonly [route: string, make: () => Promise<FuzzedRequest>];

const base = '/api/v1';

/** @param known what stands in the partnership, filled and not touched by anything else */
export function sureRequests(port: number, known: Known): SureRequest[] {
  const first = (kind: string, index = 0): string => known[kind]?.[index] ?? '';
  const at = async <Found>(path: string): Promise<Found> => {
    const { bytes } = await exchange(port, sent('GET', path));
    return JSON.parse(bytes.toString('utf8')) as Found;
  };
  const revisionIn = async (register: string, key: string, is: string): Promise<unknown> => {
    const { items } = await at<{ items: Record<string, unknown>[] }>(register);
    return items.find((item) => item[key] === is)?.revision;
  };

  const ofTerm = `/terms/${first('term')}/registers`;
  const school = async (): Promise<object> => {
    const urn = first('urn', 4);
    const changes = [{ kind: 'FACTS', edit: { phase: 'SPECIAL' } }];
    return {
      items: [{ urn, revision: await revisionIn('/registers/schools', 'urn', urn), changes }],
    };
  };
  const person = async (): Promise<object> => {
    const lead = first('lead', 2);
    const add = { needs: ['ASD'] };
    const revision = await revisionIn(`${ofTerm}/lead-reviewers`, 'lead', lead);
    return { items: [{ lead, revision, changes: [{ kind: 'EXPERTISE', add }] }] };
  };
  const review = async (): Promise<object> => {
    const code = first('review', 5);
    const { version } = await at<{ version: number }>(`/reviews/${code}`);
    const change = { kind: 'PRIORITY', override: { priority: 5, reason: 'Promised' } };
    return { items: [{ review: code, version, change }] };
  };
  const waiver = (): Promise<object> =>
    Promise.resolve({
      items: [
        { lead: first('lead', 1), version: 0, waiver: { grade: 'IF_NEEDED', reason: 'Rang' } },
      ],
    });
  const opening = async (): Promise<object> => {
    // A run of the spring term is under way, and would use it.
    const asked = [{ urn: first('unopened'), termId: first('term', 2) }];
    const body = { academicYear: '2026/27', asked };
    const { bytes } = await exchange(port, sent('POST', '/reviews/openings', body));
    return (JSON.parse(bytes.toString('utf8')) as { undo: object }).undo;
  };
  const many: [string, string, () => Promise<object>][] = [
    ['/schools', '/schools', school],
    ['/lead-reviewers', '/lead-reviewers', person],
    ['/reviews', '/reviews', review],
    [
      '/availability-rounds/{term}/waivers',
      `/availability-rounds/${first('term')}/waivers`,
      waiver,
    ],
  ];

  const seat = `/reviews/${first('review')}/seats/${first('seat')}`;
  const scenarios = '/reports/what-if';
  const own = `${scenarios}/${first('scenario', 2)}`;
  const batches = '/reports/fees/payroll/batches';
  const one = (
    route: string,
    method: string,
    path: string,
    body?: object,
    tagOf?: string,
  ): SureRequest => [
    `${method.toLowerCase()} ${base}${route}`,
    () => Promise.resolve(sent(method, path, body, tagOf)),
  ];
  const ofReview = `/reviews/${first('review')}`;
  return [
    [
      `post ${base}/reviews/openings/undoings`,
      async () => sent('POST', '/reviews/openings/undoings', await opening()),
    ],
    ...many.flatMap(([route, path, make]): SureRequest[] =>
      ['/changes/preview', '/changes'].map((end): SureRequest => [
        `post ${base}${route}${end}`,
        async () => sent('POST', `${path}${end}`, await make()),
      ]),
    ),
    one(
      '/reviews/{code}/seats/{seat}/events',
      'POST',
      `${seat}/events`,
      { kind: 'OFFERED', on: '2026-12-14' },
      ofReview,
    ),
    one(
      '/reviews/{code}/seats/{seat}/events/{kind}',
      'PUT',
      `${seat}/events/OFFERED`,
      { correction: { on: '2026-12-15' } },
      ofReview,
    ),
    one(`${batches}/{batch}/taking-back`, 'POST', `${batches}/${first('batch', 2)}/taking-back`, {
      reason: 'Made a week too early',
    }),
    one(`${batches}/{batch}/sending`, 'POST', `${batches}/${first('batch')}/sending`),
    one('/lead-reviewers', 'POST', '/lead-reviewers', newcomer),
    one(scenarios, 'POST', scenarios, scenario('A fourth')),
    one(`${scenarios}/{scenario}`, 'PUT', own, scenario('A third, with two'), own),
    one(`${scenarios}/{scenario}`, 'DELETE', own, undefined, own),
    one(`${scenarios}/{scenario}/restorations`, 'POST', `${own}/restorations`),
  ];
}

const newcomer = {
  code: 'LR-004',
  name: 'Person LR-004',
  postcodeDistrict: 'N1C',
  phases: ['PRIMARY'],
  needs: [],
  synthetic: true,
};

function scenario(name: string): object {
  const joins = { kind: 'JOINS', count: 2, postcode: 'N1C', phases: ['PRIMARY'], needs: [] };
  return { name, term: 'spring-2027', changes: [joins] };
}

function sent(method: string, path: string, body?: object, tagOf?: string): FuzzedRequest {
  return {
    method,
    path: `${base}${path}`,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    tagOf: tagOf === undefined ? undefined : `${base}${tagOf}`,
    followsAt: undefined,
    twice: false,
  };
}

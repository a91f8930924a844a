/** A partnership small enough to be filled in moments, with something at every address. Everybody in it is invented. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type DataSource } from 'typeorm';
import request from 'supertest';
import { exampleProblem } from '../../../src/allocations/runs/problem-file.example.js';
import { StudyWork } from '../../../src/allocations/studies/study-work.js';
import { SolverPool } from '../../../src/allocations/solving/solver-pool.js';
import { upsertSchool } from '../../../src/schools/school-register.js';
import { loadReferenceData } from '../../../src/schools/reference-data.js';
import { storeSolvedRun } from '../../support/solved-run.js';

/** What stands at addresses and in fields, by the name of the field or of the parameter's place. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Among them what the description's examples name. */
const schools = ['100091', '100092', '100093', '100094', '100095', '100096'];
const leads = ['LR-001', 'LR-002', 'LR-003'];
const reviews = schools.map((_, i) => `QAR-2026-00${42 + i}`);
const [past, term] = ['autumn-2026', 'spring-2027'];
const base = '/api/v1';

export async function fillSmallPartnership(
  dataSource: DataSource,
  application: NestExpressApplication,
): Promise<Known> {
  await loadReferenceData(dataSource);
  for (const urn of schools) await upsertSchool(dataSource.manager, schoolOf(urn), 'Test');
  const { send, ask } = callerOf(application);
  for (const urn of schools) await join(urn, send);
  for (const code of leads) await addLead(code, send);
  await send('post', '/availability-rounds', {
    termId: term,
    openedOn: '2026-09-01',
    deadline: '2026-12-11',
  });
  await send('put', `/availability-rounds/${term}/answers/LR-001`, { default: 'AVAILABLE' });
  const asked = schools.map((urn) => ({ urn, termId: term }));
  await send('post', '/reviews/openings', { academicYear: '2026/27', asked });
  await dataSource.query(
    `UPDATE review SET code = 'QAR-2026-00' || (41 + right(code, 1)::int)::text`,
  );
  const seat = { role: 'LEAD', week: '2027-01-11', window: 'MON_WED' };
  await send('post', `/reviews/${reviews[0]}/seats`, { ...seat, lead: 'LR-002' }, '"1"');
  await send('post', `/reviews/${reviews[1]}/seats`, { ...seat, lead: 'LR-003' }, '"1"');
  const { items: seats } = await ask<{ items: { id: string }[] }>(`/terms/${term}/seats`);
  const queued = await send<{ id: string }>('post', '/allocation-runs', { termId: 'spring-2027' });
  const solved = await storeSolvedRun(dataSource, exampleProblem, { termId: 'spring-2027' });
  const other = await storeSolvedRun(dataSource, {
    ...exampleProblem,
    bans: exampleProblem.leads.map(({ id }) => ({ lead: id })),
  });
  const emptied = await send<{ id: string }>('post', `/plans/${solved.planId}/versions`, {
    edits: [{ kind: 'CLEAR', review: reviews[0] }],
  });
  const file = 'URN,From,To,Reason\r\n100091,2031-05-05,2031-05-06,Boiler\r\n';
  const taken = await request(application.getHttpServer())
    .post(`${base}/imports?fileName=school-closures.csv&kind=school-closures`)
    .type('text/csv')
    .send(file)
    .expect(201);
  const kept = await request(application.getHttpServer())
    .post(`${base}/import-files?fileName=school-closures.csv`)
    .type('text/csv')
    .send(`${file}12,2031-05-05,2031-05-06,No such school\r\n`)
    .expect(201);
  const importFile = (kept.body as { id: string }).id;
  const compared = await send<{ id: string }>('post', `/import-files/${importFile}/comparisons`, {
    sheets: [],
  });
  const mapping = { headings: ['Ref no'], mapping: { 'Ref no': 'Reference' } };
  const mappings = await send<{ items: { id: string }[] }>(
    'put',
    '/column-mappings/lead-reviewers',
    mapping,
  );
  const view = await send<{ id: string }>('post', '/registers/schools/views', {
    name: 'London',
    search: { region: 'london' },
  });
  for (const report of ['forecast', 'balance']) await send('post', `/reports/${report}`, {});
  const scenarios = await saveScenarios(send);
  await computeStudies(dataSource);
  return {
    urn: [...schools, '999999'],
    lead: [...leads, 'LR-999'],
    term: [term, past, 'summer-2027', 'spring-2050'],
    review: [...reviews, 'QAR-1999-0001'],
    seat: seats.map(({ id }) => id),
    run: [queued.id, solved.runId, other.runId],
    plan: [emptied.id, solved.planId, other.planId],
    personOfPlan: [...exampleProblem.leads.map(({ id }) => id), 'LR-999'],
    import: [(taken.body as { id: string }).id, compared.id],
    importFile: [importFile],
    mapping: mappings.items.map(({ id }) => id),
    scope: [term, '2026/27', past, 'spring-2050'],
    year: ['2026/27', '2026-27', '2050/51'],
    region: ['London', 'North East', 'Atlantis'],
    need: ['ASD', 'HI'],
    phase: ['PRIMARY', 'SPECIAL'],
    district: ['N1C'],
    calendar: ['typical', 'nowhere'],
    date: ['2026-12-21', '2026-09-14', '2027-01-04', '2027-01-07', '2027-03-26', '2027-08-31'],
    monday: ['2027-01-11', '2027-01-18', '2027-02-15', '2026-11-16'],
    deadline: ['2027-01-15', '2027-01-15T17:00', '2026-12-11', '2027-03-28T01:30'],
    file: ['schools.csv', 'gates.xlsx', 'nothing.csv'],
    policy: ['Standard', 'Least travel', 'None such'],
    register: ['schools', 'reviews', 'lead-reviewers', 'availability', 'inspectors'],
    view: [view.id],
    scenario: scenarios,
    rule: ['FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=DAILY;UNTIL=20270101'],
  };
}

/** Some, since each may be deleted by chance. */
async function saveScenarios(send: Caller['send']): Promise<string[]> {
  const ids: string[] = [];
  for (const name of ['One', 'Another', 'A third']) {
    const joins = { kind: 'JOINS', count: 1, postcode: 'N1C', phases: ['PRIMARY'], needs: [] };
    const scenario = { name, term, changes: [joins] };
    ids.push((await send<{ id: string }>('post', '/reports/what-if', scenario)).id);
  }
  return ids;
}

/** As a worker does. */
async function computeStudies(dataSource: DataSource): Promise<void> {
  const studies = await dataSource.query<{ id: string }[]>('SELECT id FROM study');
  const solver = new SolverPool();
  const context = {
    dataSource,
    solver,
    now: () => new Date('2026-12-21T10:42:00Z'),
    report: (where: string, error: unknown) => {
      throw new Error(where, { cause: error });
    },
  };
  const work = new StudyWork(context, { heartbeatMs: 1_000, staleMs: 60_000 });
  for (const { id } of studies) await work.perform(id, new AbortController().signal);
  await solver.close();
}

function schoolOf(urn: string): Parameters<typeof upsertSchool>[1] {
  return {
    urn,
    name: `School ${urn}`,
    type: 'Community school',
    phase: 'PRIMARY',
    trust: { uid: '7', name: 'Trees' },
    laCode: '202',
    region: 'London',
    town: 'London',
    postcode: 'N1C 4BT',
    lat: 51.5,
    lon: -0.12,
    needs: ['HI'],
    needsInvented: true,
    status: 'OPEN',
    openedOn: null,
    closedOn: null,
  };
}

async function addLead(code: string, send: Caller['send']): Promise<void> {
  await send('post', '/lead-reviewers', {
    code,
    name: `Person ${code}`,
    postcodeDistrict: 'N1C',
    phases: ['PRIMARY'],
    needs: ['HI'],
    synthetic: true,
  });
  const from = '2026-09-01';
  const standing = { kind: 'STANDING', standing: 'IN_POOL', from };
  await send('post', `/lead-reviewers/${code}/facts`, standing, '"1"');
  const contract = { academicYear: '2026/27', from, to: '2027-08-31' };
  await send('post', `/lead-reviewers/${code}/contracts`, contract, '"2"');
}

interface Caller {
  send: <Body>(
    method: 'post' | 'put',
    path: string,
    body: object,
    ifMatch?: string,
  ) => Promise<Body>;
  ask: <Body>(path: string) => Promise<Body>;
}

/** One more school, which joins after the reviews of the year were opened: theirs is not. */
export async function joinLate(
  dataSource: DataSource,
  application: NestExpressApplication,
): Promise<Known> {
  const urn = '100097';
  await upsertSchool(dataSource.manager, schoolOf(urn), 'Test');
  await join(urn, callerOf(application).send);
  return { unopened: [urn] };
}

async function join(urn: string, send: Caller['send']): Promise<void> {
  await send('post', `/schools/${urn}/memberships`, { from: '2026-09-01' }, '"0"');
}

function callerOf(application: NestExpressApplication): Caller {
  const server = application.getHttpServer();
  return {
    async send(method, path, body, ifMatch) {
      const sent = request(server)[method](`${base}${path}`);
      if (ifMatch !== undefined) void sent.set('If-Match', ifMatch);
      const answer = await sent.send(body);
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.text}`);
      return answer.body as never;
    },
    async ask(path) {
      return (await request(server).get(`${base}${path}`).expect(200)).body as never;
    },
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { AllocationsModule } from '../../src/allocations/allocations.module.js';
import type { TermPeople, TermPerson } from '../../src/allocations/people/term-people.schema.js';
import { ImportsService } from '../../src/exchange/imports/imports.service.js';
import { loadReferenceData } from '../../src/schools/reference-data.js';
import { createTestApplication } from '../support/application.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

/** Ann leads for the whole year, Ben until 25 March and by an agreed exception, Cy is in induction. */
const FILES: Record<string, string[]> = {
  schools: [
    'URN,Name,Type,Phase,Region,Status',
    ...[1, 2, 3, 4].map((n) => `10000${n},School ${n},Community school,PRIMARY,London,OPEN`),
  ],
  memberships: ['URN,From', ...[1, 2, 3, 4].map((n) => `10000${n},2020-09-01`)],
  'lead-reviewers': [
    'Reference,Name,Postcode district,Phases,Reviews led before',
    'LR-A,Ann,ST13,PRIMARY,7',
    'LR-B,Ben,ST13,PRIMARY,0',
    'LR-C,Cy,ST13,PRIMARY,0',
  ],
  employment: [
    'Reference,From,Serving leader,School URN,Employer',
    'LR-A,2020-09-01,No,,Self-employed',
    'LR-B,2020-09-01,Yes,100004,School 4',
    'LR-C,2020-09-01,No,,Self-employed',
  ],
  standing: [
    'Reference,From,Standing',
    'LR-A,2024-09-01,IN_POOL',
    'LR-B,2026-09-01,IN_POOL',
    'LR-C,2026-09-01,IN_INDUCTION',
  ],
  gates: [
    'Reference,Gate,From',
    ...['LR-A', 'LR-B', 'LR-C'].flatMap((lead) =>
      ['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY'].map((gate) => `${lead},${gate},2024-09-01`),
    ),
  ],
  induction: ['Reference,Stage,Done on', 'LR-C,VIRTUAL_INDUCTION,2026-09-10'],
  'training-attendance': [
    'Reference,Training day,Outcome,Date',
    ...['LR-A', 'LR-B', 'LR-C'].map((lead) => `${lead},2026-09-24,ATTENDED,2026-09-24`),
  ],
  contracts: [
    'Reference,Academic year,From,To',
    'LR-A,2026/27,2026-09-01,2027-08-31',
    'LR-B,2026/27,2026-09-01,2027-03-25',
    'LR-C,2026/27,2026-09-01,2027-08-31',
  ],
  'commitment-overrides': [
    'Reference,Academic year,Decided on,Minimum,Reason',
    'LR-B,2026/27,2026-09-02,1,Phased return',
  ],
  reviews: [
    'Review,URN,Academic year,State,Term,Since,Ended by,Reason',
    'QAR-1,100001,2026/27,CLOSED,autumn-2026,2026-09-01,,',
    'QAR-2,100002,2026/27,CANCELLED,autumn-2026,2026-11-30,SCHOOL,Ofsted called',
    'QAR-3,100003,2026/27,REQUESTED,spring-2027,2026-09-01,,',
    'QAR-4,100004,2026/27,REQUESTED,summer-2027,2026-09-01,,',
  ],
  seats: [
    'Review,Role,Reference,Week,Window,Term,Offered on,Accepted on,Declined on,Cancelled on,Ended by,Reason,Led on',
    'QAR-1,LEAD,LR-A,2026-10-05,MON_WED,autumn-2026,2026-09-16,2026-09-18,,,,,2026-10-07',
    'QAR-2,LEAD,LR-A,2026-12-07,MON_WED,autumn-2026,2026-09-16,2026-09-18,,2026-11-30,SCHOOL,Ofsted called,',
    'QAR-3,LEAD,LR-A,2027-02-01,MON_WED,spring-2027,2026-12-01,,2026-12-03,,LEAD_REVIEWER,On leave,',
  ],
  'availability-answers': [
    'Term,Reference,Answered on,Default',
    'spring-2027,LR-A,2026-12-01,AVAILABLE',
  ],
};

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadReferenceData(database.dataSource);
  const files = Object.entries(FILES).map(([kind, lines]) => ({
    name: `${kind}.csv`,
    bytes: Buffer.from(lines.join('\n')),
  }));
  const imports = new ImportsService(database.dataSource);
  const { id } = await imports.dryRun(files, { author: 'Test' });
  await imports.apply(id, 'Test');
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [AllocationsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

async function people(): Promise<Record<string, TermPerson>> {
  const { body } = (await request(application.getHttpServer())
    .get('/api/v1/terms/spring-2027/lead-reviewers')
    .expect(200)) as { body: TermPeople };
  return Object.fromEntries(body.items.map((person) => [person.lead, person]));
}

describe('what a term asks of each Lead Reviewer', () => {
  it('is derived: the seats they may take, and why not the others', async () => {
    const found = await people();
    expect(found['LR-A']?.roles).toEqual(['LEAD', 'QUALITY_ASSURER']);
    expect(found['LR-B']?.roles).toEqual(['LEAD']);
    expect(found['LR-B']?.refusals).toContainEqual({
      role: 'QUALITY_ASSURER',
      reasons: [
        'Has led 0 of the 6 reviews that make a lead experienced',
        'In the pool in 0 of the 1 earlier academic years that make a lead experienced',
      ],
    });
    expect(found['LR-B']?.conflicts).toEqual([
      { urn: '100004', trust: null, reason: 'Own school', isOverridable: false },
    ]);
    expect(found['LR-C']?.roles).toEqual(['SHADOW']);
  });

  it('counts what became of the year’s reviews, and what is still to place', async () => {
    expect((await people())['LR-A']).toMatchObject({
      minimum: { reviews: 6, reason: 'Lead Reviewer, whole year' },
      year: {
        offered: 3,
        led: 1,
        declined: 1,
        cancelledLate: 1, // five working days before its first day
        cancelledInTime: 0,
        confirmedAhead: 0,
        stillToPlace: 5,
      },
    });
  });

  it('gives the pro-rata minimum beside an agreed exception', async () => {
    expect((await people())['LR-B']?.minimum).toEqual({
      reviews: 1,
      workedOut: 2, // 3 × 26 of 40 weeks is 1.95
      weeksInContract: 26,
      weeksOfYear: 40,
      reason: 'Agreed exception: Phased return',
    });
  });

  it('asks for nothing where nobody answered, and still tells the share', async () => {
    const { 'LR-A': ann, 'LR-B': ben } = await people();
    // Half of what the year still holds lies in spring: 5 left is 2.5, 1 left is 0.5.
    expect(ann).toMatchObject({ hasAnswered: true, term: { share: 3, target: 3 } });
    expect(ben).toMatchObject({ hasAnswered: false, term: { share: 0, target: 0 } });
  });

  it('refuses a term that is not there', async () => {
    await request(application.getHttpServer())
      .get('/api/v1/terms/spring-2099/lead-reviewers')
      .expect(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type Answer } from '../../../test/support/answers.js';
import { createTestApplication } from '../../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { loadSmallReference, SmallRegisters } from '../../../test/support/small-registers.js';
import { ReviewersModule } from '../../reviewers/reviewers.module.js';
import { CommitmentsModule } from '../commitments.module.js';
import { revisionOf } from '../../reviewers/revisions.js';
import { type LeadChangesResult } from './lead-changes.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  const { manager } = database.dataSource;
  await loadSmallReference(manager);
  const registers = new SmallRegisters(manager);
  await manager.query(
    `INSERT INTO need (code, name, broad_area, gias_label)
     VALUES ('ASD', 'Autistic spectrum disorder', 'Communication', 'ASD') ON CONFLICT DO NOTHING`,
  );
  await registers.school('100001', 'Ash School');
  await registers.lead('LR-1', 'Ada');
  await registers.lead('LR-2', 'Ben');
  await registers.lead('LR-3', 'Cy');
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [ReviewersModule, CommitmentsModule],
    environment: { QAR_TODAY: '2026-12-21' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

interface Told extends LeadChangesResult {
  code?: string;
  errors?: { pointer: string; field: string; message: string }[];
}

const people = '/api/v1/lead-reviewers';

async function send(address: '' | '/preview', items: object[]): Promise<[number, Told]> {
  const answer = (await request(application.getHttpServer())
    .post(`${people}/changes${address}`)
    .send({ items })) as Answer;
  return [answer.status, answer.body as Told];
}

/** The same changes to the people as they stand now. */
async function changing(leads: string[], ...changes: object[]): Promise<object[]> {
  const { manager } = database.dataSource;
  return Promise.all(
    leads.map(async (lead) => ({ lead, revision: await revisionOf(manager, lead), changes })),
  );
}

/** All that is believed of somebody. */
async function believed(lead: string): Promise<unknown[]> {
  const paths = ['', '/facts', '/commitments'];
  return Promise.all(
    paths.map(async (path) => {
      const { body } = (await request(application.getHttpServer())
        .get(`${people}/${lead}${path}`)
        .expect(200)) as Answer;
      return { ...(body as object), version: 0 };
    }),
  );
}

const paused = {
  kind: 'FACT',
  fact: { kind: 'STANDING', standing: 'PAUSED', from: '2027-01-11', reason: 'Parental leave' },
};

describe('changes to many Lead Reviewers', () => {
  it('are tried with nothing kept, each from what to what', async () => {
    const before = await believed('LR-1');
    const [status, told] = await send('/preview', await changing(['LR-1', 'LR-2'], paused));
    expect(status).toBe(200);
    expect(told.items[0]).toEqual({
      lead: 'LR-1',
      name: 'Ada',
      before: 'In the pool, from 1 September 2025',
      after: 'In the pool, 1 September 2025 to 10 January 2027; Paused, from 11 January 2027',
      refusal: null,
    });
    expect([told.accepted, told.refused]).toEqual([2, 0]);
    expect(await believed('LR-1')).toEqual(before);
  });

  it('say for each that is refused why, and what would become of the others', async () => {
    const expertise = { kind: 'EXPERTISE', add: { needs: ['ASD'] } };
    const late = {
      kind: 'CONTRACT',
      academicYear: '2026/27',
      from: '2026-09-01',
      to: '2028-08-31',
    };
    const [, told] = await send('/preview', [
      ...(await changing(['LR-1'], expertise)),
      { lead: 'LR-9', revision: 1, changes: [expertise] },
      { lead: 'LR-2', revision: 1, changes: [expertise] },
      ...(await changing(['LR-2'], { kind: 'EXPERTISE', add: { phases: ['PRIMARY'] } })),
      ...(await changing(['LR-2'], { kind: 'EXPERTISE', add: { needs: ['??'] } })),
      ...(await changing(['LR-3'], late)),
    ]);
    expect(told.items.map(({ name, after, refusal }) => [name, after, refusal?.code])).toEqual([
      ['Ada', 'Phases: Primary. Needs: Autistic spectrum disorder', undefined],
      [null, null, 'NOT_FOUND'],
      ['Ben', null, 'CHANGED_SINCE'],
      ['Ben', null, 'SO_ALREADY'],
      ['Ben', null, 'UNKNOWN_CODE'],
      ['Cy', null, 'CONTRACT_OUTSIDE_YEAR'],
    ]);
    expect([told.accepted, told.refused]).toEqual([1, 5]);
  });

  it('are saved all together or not at all', async () => {
    const items = await changing(['LR-1', 'LR-2'], paused);
    const [status, told] = await send('', [
      ...items,
      { lead: 'LR-3', revision: 1, changes: [paused] },
    ]);
    expect([status, told.code]).toEqual([409, 'CHANGES_REFUSED']);
    expect(told.errors).toEqual([expect.objectContaining({ pointer: '#/items/2', field: 'Cy' })]);
    const [, tried] = await send('/preview', items);
    expect(tried.accepted).toBe(2);
  });

  it('are refused when anything else of the person was recorded meanwhile', async () => {
    const items = await changing(['LR-3'], paused);
    await request(application.getHttpServer())
      .post(`${people}/LR-3/facts`)
      .set('If-Match', `"${(await revisionOf(database.dataSource.manager, 'LR-3')) ?? 0}"`)
      .set('Qar-Author', 'Ruth')
      .send({ kind: 'INDUCTION', stage: 'SHADOWING', doneOn: '2026-06-18' })
      .expect(200);
    const [, told] = await send('/preview', items);
    expect(told.items[0]?.refusal).toEqual({
      code: 'CHANGED_SINCE',
      message:
        'Cy was changed by Ruth meanwhile. Your change is not saved, and theirs is not overwritten: look at what they changed, then put yours on top or leave it.',
      version: (await revisionOf(database.dataSource.manager, 'LR-3')) ?? 0,
    });
  });

  const region = { kind: 'REGION', region: 'London', grade: 'NO', reason: 'Too far' };
  const employment = {
    kind: 'EMPLOYMENT',
    servingLeader: true,
    schoolUrn: '100001',
    employer: 'Ash School',
  };
  it.each([
    ['a standing until further notice', [paused]],
    ['a standing for a while', [{ kind: 'FACT', fact: { ...paused.fact, to: '2027-03-01' } }]],
    ['a region', [{ kind: 'FACT', fact: { ...region, from: '2026-12-21' } }]],
    [
      'a gate that ends',
      [{ kind: 'NO_FACT', fact: { kind: 'GATE', gate: 'DBS', from: '2027-02-01' } }],
    ],
    ['training', [{ kind: 'NO_FACT', fact: { kind: 'TRAINING', trainingDay: '2027-01-07' } }]],
    ['an employer', [{ kind: 'FACT', fact: { ...employment, from: '2027-01-01' } }]],
    [
      'specialisms',
      [{ kind: 'EXPERTISE', add: { needs: ['ASD'] }, takeAway: { phases: ['PRIMARY'] } }],
    ],
    [
      'a shorter contract',
      [
        { kind: 'NO_CONTRACT', from: '2026-09-01', to: '2027-08-31' },
        { kind: 'CONTRACT', academicYear: '2026/27', from: '2026-10-01', to: '2027-07-31' },
      ],
    ],
    ['a contract that ends', [{ kind: 'NO_CONTRACT', from: '2027-04-01', to: '2027-08-31' }]],
    [
      'an agreed exception',
      [
        {
          kind: 'EXCEPTION',
          academicYear: '2026/27',
          exception: { minimum: 2, reason: 'Phased return', decidedOn: '2026-12-01' },
        },
      ],
    ],
    [
      'several at once',
      [
        paused,
        { kind: 'FACT', fact: { ...region, from: '2026-12-21' } },
        { kind: 'FACT', fact: { ...paused.fact, from: '2026-12-01' } },
      ],
    ],
  ])('are taken back by the changes that come with the answer: %s', async (_, changes) => {
    const before = await believed('LR-1');
    const [status, told] = await send('', await changing(['LR-1'], ...changes));
    expect([status, told.accepted]).toEqual([200, 1]);
    expect(await believed('LR-1')).not.toEqual(before);
    const [undone, back] = await send('', told.undo);
    expect([undone, back.items[0]?.after]).toEqual([200, told.items[0]?.before]);
    expect(await believed('LR-1')).toEqual(before);
  });

  it('are asked for in a request that says what is wrong with it', async () => {
    const fact = { kind: 'REGION', region: 'London', grade: 'NO', from: '2026-12-21' };
    const [status, told] = await send('/preview', await changing(['LR-1'], { kind: 'FACT', fact }));
    expect([status, told.errors?.[0]?.pointer]).toEqual([400, '#/items/0/changes/0/fact/reason']);
    expect((await send('', []))[0]).toBe(400);
  });

  it('leave a trace of who made them', async () => {
    const rows: { actor: string; action: string }[] = await database.dataSource.query(
      `SELECT actor, action FROM audit_entry WHERE subject_id = 'LR-1' AND action LIKE 'commitment%' ORDER BY id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'commitment exception agreed',
      'commitment exception taken back',
    ]);
  });
});

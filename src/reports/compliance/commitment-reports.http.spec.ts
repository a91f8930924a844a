import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { fillSmallPartnership } from '../../../test/api/fuzz/small-partnership.js';
import { type Answer } from '../../../test/support/answers.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { createWholeApplication } from '../../../test/support/whole-application.js';
import type {
  CommitmentsReport,
  LeadCommitmentReport,
  ReviewsBehind,
} from './commitments.schema.js';

let database: TestDatabase;
let application: NestExpressApplication;
const base = '/api/v1/reports/commitments';

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createWholeApplication(database.url, {
    environment: { QAR_TODAY: '2026-12-21' },
  });
  await fillSmallPartnership(database.dataSource, application);
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());

async function read<Body>(address: string, query: object = {}): Promise<Body> {
  const answer = (await api().get(`${base}${address}`).query(query).expect(200)) as Answer;
  return answer.body as Body;
}

async function seatOfFirst(): Promise<{ id: string; tag: string }> {
  const { body } = (await api().get('/api/v1/reviews/QAR-2026-0042/seats').expect(200)) as Answer;
  const review = await api().get('/api/v1/reviews/QAR-2026-0042').expect(200);
  const [seat] = (body as { items: { id: string }[] }).items;
  return { id: String(seat?.id), tag: String(review.headers.etag) };
}

async function happen(kind: string, event: object): Promise<void> {
  const { id, tag } = await seatOfFirst();
  await api()
    .post(`/api/v1/reviews/QAR-2026-0042/seats/${id}/events`)
    .set('If-Match', tag)
    .send({ kind, ...event })
    .expect(200);
}

const rowOf = ({ rows }: CommitmentsReport, lead: string): CommitmentsReport['rows'][number] =>
  rows.find((row) => row.lead === lead)!;

describe('the report of commitments', () => {
  it('counts as at any day and as known at any instant, and tells what was corrected', async () => {
    await happen('OFFERED', { on: '2026-12-10' });
    const early = await read<CommitmentsReport>('');
    expect(rowOf(early, 'LR-002').figures).toMatchObject({ offered: 1, awaitingAnswer: 1 });
    expect(rowOf(await read('', { asAt: '2026-12-09' }), 'LR-002').figures.offered).toBe(0);

    await happen('DECLINED', { on: '2026-12-14', causedBy: 'LEAD_REVIEWER', reason: 'Ill' });
    const { id, tag } = await seatOfFirst();
    await api()
      .put(`/api/v1/reviews/QAR-2026-0042/seats/${id}/events/DECLINED`)
      .set('If-Match', tag)
      .send({ correction: { on: '2026-12-15', causedBy: 'LEAD_REVIEWER', reason: 'On leave' } })
      .expect(200);
    const now = await read<CommitmentsReport>('');
    expect(rowOf(now, 'LR-002').figures).toMatchObject({ declined: 1, awaitingAnswer: 0 });
    expect(rowOf(now, 'LR-002').causesInWords).toContain('1 declined');
    expect(rowOf(await read('', { asAt: '2026-12-14' }), 'LR-002').figures.awaitingAnswer).toBe(1);
    // As it was known before the answer: the very same report.
    const again = await read<CommitmentsReport>('', { knownAt: early.knownAt });
    expect({ ...again, isStale: early.isStale }).toEqual(early);

    const lead = await read<LeadCommitmentReport>('/leads/LR-002');
    expect(lead.letter).toContain('We offered you 1.');
    const [seat] = lead.seats.filter(({ review }) => review === 'QAR-2026-0042');
    expect(seat?.events.map(({ words }) => words)).toEqual([
      'Offered on 10 December 2026',
      'Declined on 15 December 2026 by the Lead Reviewer: On leave',
    ]);
    expect(seat?.corrections).toHaveLength(1);
    expect(seat?.corrections[0]).toMatch(
      /^Was recorded as “Declined on 14 December 2026 .*Ill” until/u,
    );
  });

  it('opens the reviews behind each figure, as many as it says', async () => {
    const { summary } = await read<CommitmentsReport>('');
    for (const figure of [
      'offered',
      'led',
      'confirmedAhead',
      'awaitingAnswer',
      'declined',
      'cancelledLate',
      'cancelledInTime',
    ] as const) {
      const behind = await read<ReviewsBehind>('/reviews', { figure });
      expect([figure, behind.items.length]).toEqual([figure, summary.figures[figure]]);
    }
    const { items } = await read<ReviewsBehind>('/reviews', { figure: 'declined', lead: 'LR-002' });
    expect(items).toMatchObject([{ review: 'QAR-2026-0042', outcomeWords: 'Declined' }]);
    expect(
      (await read<ReviewsBehind>('/reviews', { figure: 'led', lead: 'LR-002' })).items,
    ).toEqual([]);
  });

  it('opens the reviews behind a change since another day, as they stand now', async () => {
    const behind = (figure: string, compareWith: string): Promise<ReviewsBehind> =>
      read('/reviews', { figure, compareWith, lead: 'LR-002' });
    expect(await behind('declined', '2026-12-12')).toMatchObject({
      title: 'Declined or given back, compared with 12 December 2026: 1 review more, 0 no longer',
      items: [{ review: 'QAR-2026-0042', outcomeWords: 'Declined' }],
    });
    expect(await behind('awaitingAnswer', '2026-12-12')).toMatchObject({
      title:
        'Offered and waiting for an answer, compared with 12 December 2026: 0 reviews more, 1 no longer',
      items: [{ review: 'QAR-2026-0042', outcomeWords: 'Declined' }],
    });
    expect((await behind('declined', '2026-12-15')).items).toEqual([]);
  });

  it('adds up, filtered or not, and compares with another day', async () => {
    const whole = await read<CommitmentsReport>('', { compareWith: '2026-12-09' });
    const causes = whole.summary.causes.reduce((sum, { reviews }) => sum + reviews, 0);
    expect(causes).toBe(whole.summary.figures.shortfall);
    expect(whole.summary.standings.reduce((sum, { leads }) => sum + leads, 0)).toBe(
      whole.rows.length,
    );
    expect(rowOf(whole, 'LR-002').before?.figures.offered).toBe(0);
    expect(whole.before?.words).toMatch(/^On 9 December 2026 /u);
    const nobody = await read<CommitmentsReport>('', { region: 'North East' });
    expect(nobody.rows).toEqual([]);
    expect(nobody.regions).toEqual(whole.regions);
  });

  it('is a file that says what it was compared with, for each person too', async () => {
    const query = { compareWith: '2026-12-09' };
    const { text } = (await api().get(`${base}/files/csv`).query(query).expect(200)) as Answer & {
      text: string;
    };
    const { before } = await read<CommitmentsReport>('', query);
    expect(text).toContain('Compared with: 9 December 2026');
    expect(text).toContain(String(before?.words));
    expect(text).toContain('Led on 9 December 2026,Still to place on 9 December 2026');
    const alone = (await api().get(`${base}/files/csv`).expect(200)) as Answer & { text: string };
    expect(alone.text).not.toContain('December 2026,Still to place on');
  });

  it('compares the same people, also where only those of one standing are shown', async () => {
    const whole = await read<CommitmentsReport>('', { compareWith: '2026-12-09' });
    for (const { standing } of whole.summary.standings) {
      const shown = await read<CommitmentsReport>('', { compareWith: '2026-12-09', standing });
      const then = shown.rows.map((row) => row.before?.figures.shortfall ?? 0);
      expect(shown.before?.summary.figures.shortfall).toBe(then.reduce((sum, n) => sum + n, 0));
    }
  });

  it('says when dates and rules were looked at, and looks again when asked', async () => {
    const lookAgain = async (): Promise<CommitmentsReport> => {
      await api().post(`${base}/limits`).send({ academicYear: '2026/27' }).expect(204);
      return read<CommitmentsReport>('');
    };
    const springOf = ({ limits }: CommitmentsReport): string | null | undefined =>
      limits.find(({ term }) => term === 'spring-2027')?.computedAt;
    expect((await read<CommitmentsReport>('')).isStale).toBe(true);
    // No host has answered yet, so no review can be led and nothing is said of anybody.
    const empty = await lookAgain();
    expect([empty.isStale, springOf(empty)]).toEqual([false, null]);

    const review = await api().get('/api/v1/reviews/QAR-2026-0044').expect(200);
    await api()
      .put('/api/v1/reviews/QAR-2026-0044/host-answer')
      .set('If-Match', String(review.headers.etag))
      .send({ answeredOn: '2026-12-01', anyUsable: true })
      .expect(200);
    expect((await read<CommitmentsReport>('')).isStale).toBe(true);
    const found = await lookAgain();
    expect([found.isStale, typeof springOf(found)]).toEqual([false, 'string']);
    // Nothing changed: nothing is worked out again.
    expect((await lookAgain()).limits).toEqual(found.limits);
    const rows = await database.dataSource.query<unknown[]>('SELECT 1 FROM most_alone');
    expect(rows).toHaveLength(2);
  });

  it('is a file that says the day and the filter', async () => {
    const answer = await api().get(`${base}/files/csv`).query({ region: 'London' }).expect(200);
    expect(answer.headers['content-disposition']).toContain('commitments-2026-12-21.csv');
    expect(answer.text).toContain('Commitments, 2026 to 2027');
    expect(answer.text).toMatch(/As at 21 December 2026, as on record on/u);
    expect(answer.text).toContain('Home region: London');
    const book = await api()
      .get(`${base}/files/xlsx`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect((book.body as Buffer).subarray(0, 2).toString()).toBe('PK');
  });

  it('knows no other people or years', async () => {
    await api().get(`${base}/leads/LR-999`).expect(404);
    await api().get(base).query({ academicYear: '2040-41' }).expect(404);
    await api().get(base).query({ asAt: 'yesterday' }).expect(400);
  });
});

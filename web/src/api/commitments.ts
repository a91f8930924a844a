import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type CommitmentsReport = components['schemas']['CommitmentsReport'];
export type CommitmentRow = components['schemas']['CommitmentRow'];
export type LeadCommitmentReport = components['schemas']['LeadCommitmentReport'];
export type SeatBehind = components['schemas']['SeatBehindFigure'];
export type NewSeatEvent = components['schemas']['NewSeatEvent'];
export type CommitmentsSearch = NonNullable<
  operations['commitmentReportsReport']['parameters']['query']
>;
export type BehindSearch = operations['commitmentReportsBehind']['parameters']['query'];
type LeadSearch = NonNullable<operations['commitmentReportsLead']['parameters']['query']>;

const key = ['reports', 'commitments'] as const;
export const commitmentsKey = key;

/** Who stands how against their commitment. */
export const commitmentsQuery = (query: CommitmentsSearch) =>
  queryOptions({
    queryKey: [...key, 'all', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/commitments', { params: { query }, signal })),
  });

/** The reviews behind one figure. */
export const behindQuery = (query: BehindSearch) =>
  queryOptions({
    queryKey: [...key, 'reviews', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/reports/commitments/reviews', { params: { query }, signal })),
  });

/** One person's year. */
export const leadCommitmentQuery = (code: string, query: LeadSearch) =>
  queryOptions({
    queryKey: [...key, 'leads', code, query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/reports/commitments/leads/{code}', {
          params: { path: { code }, query },
          signal,
        }),
      ),
  });

/** Asks to look again at what dates and rules permit. */
export async function refreshLimits(academicYear: string): Promise<void> {
  await answerOf(api.POST('/api/v1/reports/commitments/limits', { body: { academicYear } }));
}

/** The report as a file. */
export const commitmentsFile = (
  form: 'csv' | 'xlsx',
  query: CommitmentsSearch,
): Promise<NamedFile> =>
  fileOf(
    api.GET('/api/v1/reports/commitments/files/{form}', {
      params: { path: { form }, query },
      parseAs: 'blob',
    }),
    `commitments.${form}`,
  );

/** Records what happened to a seat. @throws ProblemError when it cannot follow what happened before */
export async function recordSeatEvent(
  { review, seat }: Pick<SeatBehind, 'review' | 'seat'>,
  event: NewSeatEvent,
): Promise<void> {
  const path = { code: review, seat };
  await answerOf(
    api.POST('/api/v1/reviews/{code}/seats/{seat}/events', {
      params: { path, header: { 'If-Match': await versionOf(review) } },
      body: event,
    }),
  );
}

/** Corrects what was recorded of a seat, or with null takes it back; what was believed is kept. */
export async function correctSeatEvent(
  { review, seat }: Pick<SeatBehind, 'review' | 'seat'>,
  kind: NewSeatEvent['kind'],
  correction: components['schemas']['SeatEventCorrection']['correction'],
): Promise<void> {
  const path = { code: review, seat, kind };
  await answerOf(
    api.PUT('/api/v1/reviews/{code}/seats/{seat}/events/{kind}', {
      params: { path, header: { 'If-Match': await versionOf(review) } },
      body: { correction },
    }),
  );
}

async function versionOf(code: string): Promise<string> {
  const { version } = await answerOf(
    api.GET('/api/v1/reviews/{code}', { params: { path: { code } } }),
  );
  return `"${String(version)}"`;
}

/** Gives a person a seat on a review, if they do not have it yet, and records when it was offered. */
export async function offerSeat(
  review: string,
  seat: components['schemas']['NewSeat'],
  on: string,
): Promise<void> {
  const path = { code: review };
  // Where an earlier try ended half-way, the seat is there already.
  if ((await seatHeld(review, seat)) === undefined) {
    await answerOf(
      api.POST('/api/v1/reviews/{code}/seats', {
        params: { path, header: { 'If-Match': await versionOf(review) } },
        body: seat,
      }),
    );
  }
  const held = await seatHeld(review, seat);
  if (held === undefined) throw new Error('The seat is not there any more. Load the page again.');
  const offer = { kind: 'OFFERED', on, causedBy: null, reason: null } as const;
  await recordSeatEvent({ review, seat: held }, offer);
}

async function seatHeld(
  review: string,
  { lead, role, week, window }: components['schemas']['NewSeat'],
): Promise<string | undefined> {
  const { items } = await answerOf(
    api.GET('/api/v1/reviews/{code}/seats', { params: { path: { code: review } } }),
  );
  return items.find(
    (each) =>
      each.isOpen &&
      each.lead === lead &&
      each.role === role &&
      each.week === week &&
      each.window === window,
  )?.id;
}

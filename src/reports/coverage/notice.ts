import { type CivilDate } from '../../calendar/civil-date.js';
import { firstDay } from '../../calendar/slots.js';
import { type ReviewLife, standingSeat } from './review-life.js';

/** Fewer days than this between publication and the first day are short notice: four weeks. docs/coverage.md *(decided)* */
export const SHORT_NOTICE_DAYS = 28;

export interface Notice {
  /** Reviews with a lead and an offer on record: those that can be counted. */
  reviews: number;
  /** Of an even number the mean of the two in the middle; null where there are none. */
  medianDays: number | null;
  /** Below 0: the offer is on record for a day after the review began. */
  shortestDays: number | null;
  /** How many had less than four weeks. */
  short: number;
  /** All of them by how long they had. */
  spans: { span: NoticeSpan; name: string; reviews: number }[];
}

/** Spans of notice from the shortest on, each named by the weeks that it begins with. */
export const NOTICE_SPANS = [
  'WEEKS_0',
  'WEEKS_2',
  'WEEKS_4',
  'WEEKS_6',
  'WEEKS_8',
  'WEEKS_12',
] as const;
export type NoticeSpan = (typeof NOTICE_SPANS)[number];

/** Each from so many days on. */
const SPANS: Readonly<Record<NoticeSpan, { name: string; from: number }>> = {
  WEEKS_0: { name: 'Less than 2 weeks', from: -Infinity },
  WEEKS_2: { name: '2 to 4 weeks', from: 14 },
  WEEKS_4: { name: '4 to 6 weeks', from: SHORT_NOTICE_DAYS },
  WEEKS_6: { name: '6 to 8 weeks', from: 42 },
  WEEKS_8: { name: '8 to 12 weeks', from: 56 },
  WEEKS_12: { name: '12 weeks or more', from: 84 },
};

/** In which span so many days lie. */
export function spanOf(days: number): NoticeSpan {
  return NOTICE_SPANS.findLast((span) => SPANS[span].from <= days) ?? 'WEEKS_0';
}

export function spanInWords(span: NoticeSpan): string {
  return SPANS[span].name;
}

/**
 * Days from the day on which a lead was first offered the review, in the term in which it is led, to its first day; null
 * where nobody leads it or no offer is on record.
 */
export function noticeDays(review: Pick<ReviewLife, 'leadSeats'>): number | null {
  const standing = standingSeat(review);
  if (standing === undefined || (standing.offered === null && standing.led === null)) return null;
  const offers = review.leadSeats.flatMap(({ termId, offered }) =>
    termId === standing.termId && offered !== null ? [offered] : [],
  );
  const [first] = offers.sort();
  return first === undefined ? null : daysBetween(first, firstDay(standing));
}

export function noticeOf(reviews: readonly Pick<ReviewLife, 'leadSeats'>[]): Notice {
  const days = reviews.flatMap((review) => noticeDays(review) ?? []).sort((a, b) => a - b);
  const [low, high] = [days[(days.length - 1) >> 1], days[days.length >> 1]];
  return {
    reviews: days.length,
    medianDays: low === undefined || high === undefined ? null : (low + high) / 2,
    shortestDays: days[0] ?? null,
    short: days.filter((each) => each < SHORT_NOTICE_DAYS).length,
    spans: NOTICE_SPANS.map((span) => ({
      span,
      name: spanInWords(span),
      reviews: days.filter((each) => spanOf(each) === span).length,
    })),
  };
}

function daysBetween(from: CivilDate, to: CivilDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

import { type EntityManager } from 'typeorm';
import { counted } from '../../allocations/summary/phrases.js';
import { type ChangedReview, type Coverage, type StagedReview } from './coverage-report.js';
import {
  CHANGE_NAMES,
  FIGURE_NAMES,
  seatInWords,
  STAGE_WORDS,
  WHO,
  whenInWords,
} from './coverage-words.js';
import type { CoverageBehindQuery, CoverageReviews } from './coverage.schema.js';
import { groupsOf } from './cuts.js';
import { countsIn } from './figures.js';
import { noticeDays, SHORT_NOTICE_DAYS, spanInWords, spanOf } from './notice.js';
import { stageOf } from './review-life.js';

type Query = Pick<CoverageBehindQuery, 'figure' | 'group' | 'by' | 'span' | 'causedBy' | 'change'>;
type Item = CoverageReviews['items'][number];

/** The reviews behind a figure: as many as the figure says, and for changes one for each change. */
export async function behindOf(
  manager: EntityManager,
  query: Query,
  found: Coverage & { termName: (id: string | null) => string | null },
): Promise<CoverageReviews> {
  const { figure } = query;
  const reviews = figure === 'changed' ? [] : found.reviews.filter((each) => isBehind(each, query));
  const changes = figure === 'changed' ? found.changes.filter((each) => isAsked(each, query)) : [];
  const nameOf = await namesOf(manager, [...reviews, ...changes]);
  const itemOf = ({ review, school }: Pick<StagedReview, 'review' | 'school'>): Item => {
    const stage = stageOf(review);
    return {
      review: review.code,
      urn: school.urn,
      school: school.name,
      region: school.region,
      term: found.termName(review.termId),
      stage,
      stageWords: STAGE_WORDS[stage],
      when: whenInWords(review, nameOf),
      notes: review.leadSeats.map((seat) => seatInWords(seat, nameOf)),
    };
  };
  if (figure === 'changed') {
    const items = changes.map((change) => ({
      ...itemOf(change),
      notes: [
        `${CHANGE_NAMES[change.kind]}, caused by: ${WHO[change.by].toLowerCase()}`,
        seatInWords(change.seat, nameOf),
        ...(change.next === null ? [] : [`Then ${seatInWords(change.next, nameOf)}`]),
      ],
    }));
    return { title: `${counted(items.length, 'change')} after publication`, items };
  }
  const items = reviews.map(itemOf).sort((a, b) => (a.review < b.review ? -1 : 1));
  return { title: `${counted(items.length, 'review')} ${wordsOf(figure, query.span)}`, items };
}

/** "with a lead" */
function wordsOf(figure: Exclude<Query['figure'], 'changed'>, span: Query['span']): string {
  switch (figure) {
    case 'noticed':
      return span === undefined
        ? 'with a lead and an offer on record'
        : `with notice of ${spanInWords(span).toLowerCase()}`;
    case 'shortNotice':
      return 'with less than four weeks between the first offer and the first day';
    default:
      return FIGURE_NAMES[figure].of;
  }
}

function isBehind(
  { review, school, stage }: StagedReview,
  { figure, group, by, span }: Query,
): boolean {
  if (group !== undefined && !groupsOf(school, by, review).includes(group)) return false;
  if (figure === 'changed') return false;
  if (figure !== 'noticed' && figure !== 'shortNotice') return countsIn(stage, figure);
  const days = countsIn(stage, 'published') ? noticeDays(review) : null;
  if (days === null) return false;
  if (figure === 'shortNotice') return days < SHORT_NOTICE_DAYS;
  return span === undefined || spanOf(days) === span;
}

function isAsked(
  { review, school, by: causer, kind }: ChangedReview,
  { group, by, causedBy, change }: Query,
): boolean {
  return (
    (group === undefined || groupsOf(school, by, review).includes(group)) &&
    (causedBy === undefined || causer === causedBy) &&
    (change === undefined || kind === change)
  );
}

/** The register's name of everybody who has or had a lead seat on them, by reference. */
async function namesOf(
  manager: EntityManager,
  reviews: readonly Pick<StagedReview, 'review'>[],
): Promise<(lead: string) => string> {
  const codes = new Set(reviews.flatMap(({ review }) => review.leadSeats.map(({ lead }) => lead)));
  const people: { code: string; name: string }[] = await manager.query(
    'SELECT code, name FROM lead_reviewer WHERE code = ANY ($1)',
    [[...codes]],
  );
  const names = new Map(people.map(({ code, name }) => [code, name]));
  return (lead) => names.get(lead) ?? lead;
}

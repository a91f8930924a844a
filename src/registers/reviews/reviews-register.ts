import type { EntityManager } from 'typeorm';
import {
  newestPlanOf,
  type PlannedLead,
  plannedLeads,
} from '../../allocations/plans/newest-plan.js';
import { termById, termsOf } from '../../calendar/academic-years.js';
import { slotInWords } from '../../calendar/words.js';
import { canBePlaced } from '../../reviews/lifecycle.js';
import { storedReviews, type StoredReview } from '../../reviews/stored-reviews.js';
import { type Phase, PHASE_WORDS } from '../../schools/school-record.js';
import { settingsOn } from '../../settings/settings.js';
import { stateWords } from '../register-words.js';
import { type ReviewRow, type ReviewsRegister } from './reviews-register.schema.js';

interface SchoolFacts {
  urn: string;
  name: string;
  town: string | null;
  phase: Phase | null;
  needs: string[];
  trust: string | null;
}

/** What is looked up for each review. */
interface Around {
  schools: ReadonlyMap<string, SchoolFacts>;
  terms: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  /** Null: the term has no plan. */
  planned: ReadonlyMap<string, PlannedLead | null> | null;
}

/**
 * The reviews of a term and those of its year that have no term yet, or all of its year, by school.
 *
 * @param today civil date, from the Clock
 * @throws Refusal when there is no such term
 */
export async function reviewsRegister(
  manager: EntityManager,
  termId: string,
  scope: 'TERM' | 'YEAR',
  today: string,
): Promise<Omit<ReviewsRegister, 'columns'>> {
  const term = await termById(manager, termId);
  const { academicYear } = term;
  const settings = await settingsOn(manager, today);
  const ofYear = await storedReviews(manager, settings, today, { academicYear });
  const reviews = ofYear.filter(
    (review) => scope === 'YEAR' || review.termId === termId || review.termId === null,
  );
  const plan = await newestPlanOf(manager, termId);
  const around: Around = {
    schools: await schoolFacts(manager),
    terms: new Map((await termsOf(manager, academicYear)).map(({ id, name }) => [id, name])),
    people: await names(manager),
    planned: plan === null ? null : plannedLeads(plan),
  };
  const items = reviews.map((review) => rowOf(review, around));
  return {
    termId,
    termName: term.name,
    academicYear,
    planId: plan?.id ?? null,
    items: items.sort((one, other) => one.school.localeCompare(other.school, 'en-GB')),
  };
}

function rowOf(review: StoredReview, { schools, terms, people, planned }: Around): ReviewRow {
  const school = schools.get(review.urn);
  const lead = planned?.get(review.code);
  return {
    review: review.code,
    urn: review.urn,
    school: school?.name ?? review.urn,
    town: school?.town ?? null,
    region: review.region,
    phase: school?.phase ? PHASE_WORDS[school.phase] : null,
    needs: school?.needs ?? [],
    trust: school?.trust ?? null,
    termId: review.termId,
    term: review.termId === null ? null : (terms.get(review.termId) ?? review.termId),
    state: stateWords(review.state),
    takesSeats: canBePlaced(review.state),
    ...windowsOf(review),
    plan: planInWords(planned, lead),
    lead: lead ? (people.get(lead.lead) ?? lead.lead) : null,
    leadCode: lead?.lead ?? null,
    dates: lead ? slotInWords(lead.week, lead.window) : null,
    priority: review.priority.value,
    priorityReason: review.priority.reason,
    carriedOver: review.carriedOver,
    reason: review.reason,
    version: review.version,
  };
}

function windowsOf({
  answer,
}: StoredReview): Pick<
  ReviewRow,
  'windows' | 'preferred' | 'acceptable' | 'accepts' | 'answeredOn'
> {
  const unknown = { preferred: null, acceptable: null, accepts: [], answeredOn: null };
  if (answer === null) return { windows: 'Not known', ...unknown };
  const preferred = answer.windows.filter(({ grade }) => grade === 'PREFERRED').length;
  return {
    windows: answer.anyUsable ? 'Any usable' : 'Named',
    preferred: answer.anyUsable ? null : preferred,
    acceptable: answer.anyUsable ? null : answer.windows.length - preferred,
    accepts: answer.windows.map(({ week, window }) => slotInWords(week, window)),
    answeredOn: answer.answeredOn,
  };
}

function planInWords(
  planned: Around['planned'],
  lead: PlannedLead | null | undefined,
): ReviewRow['plan'] {
  if (planned === null) return 'No plan yet';
  if (lead === undefined) return 'Not in the plan';
  return lead === null ? 'Without a lead' : 'Has a lead';
}

async function schoolFacts(manager: EntityManager): Promise<Map<string, SchoolFacts>> {
  const rows: SchoolFacts[] = await manager.query(
    `SELECT s.urn, s.name, s.town, s.phase, s.needs, t.name AS trust
     FROM school s LEFT JOIN trust t ON t.uid = s.trust_uid`,
  );
  return new Map(rows.map((school) => [school.urn, school]));
}

/** Of everybody, also of those who left since the plan was made. */
async function names(manager: EntityManager): Promise<Map<string, string>> {
  const rows: { code: string; name: string }[] = await manager.query(
    'SELECT code, name FROM lead_reviewer',
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

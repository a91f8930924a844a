import type { EntityManager } from 'typeorm';
import { overlaps, type Span } from './dated.js';
import { type NewFact, type Retraction } from './facts.schema.js';
import { factsByLead } from './stored-facts.js';

type Kind = NewFact['kind'];

const DATED = `lower(f.valid)::text AS "from", (upper(f.valid) - 1)::text AS "to"`;

/** Where facts of a kind are kept, and their fields as a new fact has them. */
const KEPT: Readonly<Record<Kind, readonly [table: string, columns: string]>> = {
  EMPLOYMENT: [
    'employment',
    `${DATED}, f.serving_leader AS "servingLeader", f.school_urn AS "schoolUrn",
     f.trust_uid AS "trustUid", f.employer`,
  ],
  STANDING: ['standing', `${DATED}, f.standing, f.reason`],
  GATE: ['gate', `${DATED}, f.kind AS gate`],
  TRAINING: [
    'training_attendance',
    `f.training_day AS "trainingDay", f.outcome, f.on_date AS "onDate"`,
  ],
  INDUCTION: ['induction_stage', `f.stage, f.done_on AS "doneOn"`],
  REGION: ['region_grade', `${DATED}, f.region, f.grade, f.reason`],
  CONFLICT: [
    'conflict',
    `${DATED}, f.kind AS conflict, f.urn, f.trust_uid AS "trustUid", f.reason`,
  ],
  CONFLICT_OVERRIDE: ['conflict_override', `${DATED}, f.urn, f.reason`],
  OWN_LIMIT: [
    'own_limit',
    `${DATED}, f.term_limit AS "termLimit", f.rest_reviews AS "restReviews",
     f.rest_weeks AS "restWeeks", f.max_km AS "maxKm"`,
  ],
  FORMER_HOME: ['former_home', `${DATED}, f.postcode_district AS "postcodeDistrict"`],
};

/** What a fact is about besides the person: a later one about the same takes its place. */
const ABOUT: Readonly<Record<Kind, readonly string[]>> = {
  EMPLOYMENT: [],
  STANDING: [],
  GATE: ['gate'],
  TRAINING: ['trainingDay'],
  INDUCTION: ['stage'],
  REGION: ['region'],
  CONFLICT: ['conflict', 'urn', 'trustUid'],
  CONFLICT_OVERRIDE: ['urn'],
  OWN_LIMIT: [],
  FORMER_HOME: [],
};

/** What is believed of the person about the same as the fact, each as it would be recorded again; the earliest first. */
export async function believedAbout(
  manager: EntityManager,
  code: string,
  fact: NewFact | Retraction,
): Promise<NewFact[]> {
  const [table, columns] = KEPT[fact.kind];
  const stored = await factsByLead<Record<string, unknown>>(manager, table, columns, [code]);
  return (stored.get(code) ?? [])
    .filter((row) => ABOUT[fact.kind].every((field) => row[field] === valueOf(fact, field)))
    .map((row) => ({ kind: fact.kind, ...row }) as NewFact);
}

/** What of it touches the days of the fact; of a fact without days, all. */
export function touchedBy(fact: NewFact | Retraction, believed: readonly NewFact[]): NewFact[] {
  const days = daysOf(fact);
  return believed.filter((each) => {
    const own = daysOf(each);
    return days === undefined || own === undefined || overlaps(days, own);
  });
}

/** When a fact holds; undefined: it has no days. */
export function daysOf(fact: NewFact | Retraction): Span | undefined {
  return 'from' in fact ? { from: fact.from, to: fact.to } : undefined;
}

function valueOf(fact: object, field: string): unknown {
  return (fact as Record<string, unknown>)[field];
}

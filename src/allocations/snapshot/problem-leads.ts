import { type Grade } from '../../availability/answer.js';
import { WINDOWS, type Slot } from '../../calendar/slots.js';
import { type GradedSlot, gradeSlots } from '../../availability/grades.js';
import { type Conflict, type Lead, type Limits, ROLES } from '../../solver/problem.js';
import { type LeftOut, type PersonInput, type SnapshotInput } from './snapshot-input.js';

export interface ProblemLead {
  lead: Lead;
  /** Every slot of the term with what decided its grade. */
  grades: GradedSlot[];
}

/**
 * A person as the problem has them, their target still 0. In a week that has begun nobody is
 * available (`docs/domain.md`, "A re-plan"): those who sit in it are pinned afterwards.
 */
export function problemLead(person: PersonInput, input: SnapshotInput): ProblemLead {
  const grades = gradesOfTerm(person, input);
  return {
    grades,
    lead: {
      id: person.code,
      roles: ROLES.filter((role) => person.roles.includes(role)),
      isNew: person.isNew && person.roles.includes('LEAD'),
      home: person.home,
      phases: sortedOnce(person.phases),
      needs: sortedOnce(person.needs),
      conflicts: conflictsInOrder(person),
      regions: Object.fromEntries(
        Object.entries(person.regions)
          .flatMap(([region, grade]) => (grade === undefined ? [] : [[region, grade] as const]))
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      availability: availabilityOf(grades, input),
      commitment: {
        minimum: person.minimum.reviews,
        done: person.ledInEarlierTerms,
        target: 0,
      },
      limits: limitsOf(person, input),
    },
  };
}

/** Why somebody is left out who was asked and said nothing. */
export const NO_ANSWER = 'No answer to the availability round';

/** Why somebody who could be asked gets nothing; undefined when they take part. */
export function whyLeftOut(person: PersonInput): LeftOut | undefined {
  if (person.roles.length === 0) {
    const reasons = new Set(person.refusals.flatMap((refusal) => refusal.reasons));
    const reason = [...reasons].join('; ') || 'May take no seat this term';
    return { lead: person.code, reason };
  }
  if (person.answer === null && person.waiver === null) {
    return { lead: person.code, reason: NO_ANSWER };
  }
  return undefined;
}

/** Every slot of the weeks, in order of time. */
export function slotsOfWeeks(weeks: readonly string[]): Slot[] {
  return weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
}

function gradesOfTerm(person: PersonInput, input: SnapshotInput): GradedSlot[] {
  const blocks = [...input.closed, ...person.gateBlocks];
  const { answer, waiver } = person;
  return gradeSlots(answer ?? undefined, slotsOfWeeks(input.weeks), blocks, waiver ?? undefined);
}

function availabilityOf(grades: readonly GradedSlot[], input: SnapshotInput): Lead['availability'] {
  const availability: Lead['availability'] = {};
  for (const { week, window, grade } of grades) {
    if (isFree(grade) && week > input.today) {
      availability[week] = { ...availability[week], [window]: grade };
    }
  }
  return availability;
}

function isFree(grade: Grade): grade is Exclude<Grade, 'UNAVAILABLE'> {
  return grade !== 'UNAVAILABLE';
}

function conflictsInOrder(person: PersonInput): Conflict[] {
  return person.conflicts
    .map(({ urn, trust, reason }) => ({
      ...(urn === undefined ? {} : { urn }),
      ...(trust === undefined ? {} : { trust }),
      reason,
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** The programme's limits, lowered by the person's own and by the ceiling they gave for the term. */
export function limitsOf(
  person: Pick<PersonInput, 'servingLeader' | 'ownLimit' | 'answer'>,
  { limits }: Pick<SnapshotInput, 'limits'>,
): Limits {
  const own = person.ownLimit;
  const cap = person.servingLeader ? limits.termCap.servingLeader : limits.termCap.lead;
  const rest = own?.rest ? stricterRest(limits.rest, own.rest) : limits.rest;
  return {
    term: Math.min(cap, own?.term ?? cap, person.answer?.ceiling ?? cap),
    restReviews: rest.reviews,
    restWeeks: rest.weeks,
    maxKm: own?.maxKm ?? null,
  };
}

interface Rest {
  reviews: number;
  weeks: number;
}

/**
 * One rest rule that keeps both: whichever implies the other, else the fewer reviews in the longer
 * run, since a problem has room for one rule a person.
 */
export function stricterRest(programme: Rest, own: Rest): Rest {
  if (mostIn(programme.weeks, own) <= programme.reviews) return own;
  if (mostIn(own.weeks, programme) <= own.reviews) return programme;
  return {
    reviews: Math.min(programme.reviews, own.reviews),
    weeks: Math.max(programme.weeks, own.weeks),
  };
}

/** Most reviews in so many weeks for somebody who keeps the rest rule. */
function mostIn(weeks: number, { reviews, weeks: run }: Rest): number {
  const perRun = Math.min(reviews, run);
  return Math.floor(weeks / run) * perRun + Math.min(perRun, weeks % run);
}

function sortedOnce(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

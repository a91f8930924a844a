import { dateInWords, periodInWords } from '../calendar/words.js';
import { type Span } from './dated.js';
import { LONG_AGO, type NewFact } from './facts.schema.js';
import { milesIn } from './record-facts.js';
import { type Gate, type InductionStage, type Standing } from './seat-facts.js';
import { type FormerHome, type RegionGrade } from './stored-facts.js';

/** Dated facts about a Lead Reviewer as people read them. */

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  CANDIDATE: 'Candidate',
  OFFERED: 'Offered',
  IN_INDUCTION: 'In induction',
  IN_POOL: 'In the pool',
  PAUSED: 'Paused',
  LEFT: 'Left',
};

export const GATE_WORDS: Readonly<Record<Gate, string>> = {
  DBS: 'DBS check',
  CODE_OF_CONDUCT: 'Code of conduct acknowledged',
  SAFEGUARDING_POLICY: 'Safeguarding policy acknowledged',
};

export const REGION_GRADE_WORDS: Readonly<Record<RegionGrade, string>> = {
  PREFERRED: 'prefers to go there',
  WILLING: 'is willing to go there',
  RELUCTANT: 'is reluctant to go there',
  NO: 'does not go there',
};

export const STAGE_WORDS: Readonly<Record<InductionStage, string>> = {
  VIRTUAL_INDUCTION: 'Virtual induction done',
  REVIEWER_TRAINING: 'QA Reviewer training done',
  SHADOWING: 'Shadowed a review',
  QUALITY_ASSURED_REVIEW: 'Led a quality-assured review',
};

/** "1 September 2026 to 31 August 2027", "from 1 September 2026" */
export function spanInWords({ from, to }: Span): string {
  return to === null ? `from ${dateInWords(from)}` : periodInWords(from, to);
}

/** "Paused, from 11 January 2027". @param nameOf a school by URN or a trust by UID */
export function factInWords(fact: NewFact, nameOf: (reference: string) => string): string {
  switch (fact.kind) {
    case 'EMPLOYMENT':
      return `${fact.employer}${fact.servingLeader ? `, serving leader${placeOf(fact, nameOf)}` : ''}, ${spanInWords(fact)}`;
    case 'STANDING':
      return `${STANDING_WORDS[fact.standing]}, ${spanInWords(fact)}`;
    case 'GATE':
      return `${GATE_WORDS[fact.gate]}, ${spanInWords(fact)}`;
    case 'TRAINING': {
      const day = `Training day of ${dateInWords(fact.trainingDay)}`;
      return fact.outcome === 'ATTENDED'
        ? `${day} attended`
        : `${day} caught up on ${dateInWords(fact.onDate)}`;
    }
    case 'INDUCTION':
      return `${STAGE_WORDS[fact.stage]}, ${dateInWords(fact.doneOn)}`;
    case 'REGION':
      return `${fact.region}: ${REGION_GRADE_WORDS[fact.grade]}, ${spanInWords(fact)}`;
    case 'CONFLICT': {
      const what = fact.conflict === 'WORKED_AT' ? 'Worked at' : 'Tie with';
      return `${what} ${nameOf(fact.urn ?? fact.trustUid ?? '')}, ${spanInWords(fact)}`;
    }
    case 'CONFLICT_OVERRIDE':
      return `May review ${nameOf(fact.urn)} all the same, ${spanInWords(fact)}`;
    case 'OWN_LIMIT':
      return `${limitsInWords(fact)}, ${spanInWords(fact)}`;
    case 'FORMER_HOME':
      return formerHomeInWords(fact);
  }
}

/** "Lived in LS6 until 3 March 2026" */
export function formerHomeInWords({ from, to, postcodeDistrict }: FormerHome): string {
  const since = from === LONG_AGO ? '' : `from ${dateInWords(from)} `;
  return `Lived in ${postcodeDistrict} ${since}until ${dateInWords(to)}`;
}

type Fact<Kind extends NewFact['kind']> = Extract<NewFact, { kind: Kind }>;

/** The school or trust of a serving leader, where the employer is called something else. */
function placeOf(
  { employer, schoolUrn, trustUid }: Fact<'EMPLOYMENT'>,
  nameOf: (reference: string) => string,
): string {
  const place = nameOf(schoolUrn ?? trustUid ?? '');
  return place === employer || place === '' ? '' : ` at ${place}`;
}

function limitsInWords(limits: Fact<'OWN_LIMIT'>): string {
  const { termLimit, restReviews, restWeeks, maxKm } = limits;
  const parts = [
    ...(termLimit === null
      ? []
      : [`at most ${termLimit === 1 ? '1 review' : `${termLimit} reviews`} a term`]),
    ...(restReviews === null || restWeeks === null
      ? []
      : [`at most ${restReviews} in any ${restWeeks} weeks`]),
    ...(maxKm === null ? [] : [`at most ${milesIn(maxKm)} miles by road`]),
  ];
  return parts.length === 0 ? 'No limits of their own' : `Own limits: ${parts.join(', ')}`;
}

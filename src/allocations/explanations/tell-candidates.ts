import {
  type ImpossibleCandidate,
  type PricedCandidate,
  type RankedCandidates,
  type RefusedCandidate,
} from '../../solver/explain/ranked-candidates.js';
import { inTurns } from '../../platform/turns.js';
import { isNeverOverridden } from '../../reviewers/conflicts.js';
import { type MeasuredFromView, type StandingView } from './explanation-parts.schema.js';
import {
  type CandidatesView,
  type CandidateView,
  type RefusedCandidateView,
} from './explanation.schema.js';
import { tellAlternative } from './tell-alternative.js';
import { tellFacts } from './tell-facts.js';
import { reasonsOnce, refusalInWords, tellStanding, whyNoMend } from './tell-standing.js';
import { inMiles, type Teller } from './teller.js';

/** A whole ranking. */
export async function tellCandidates(
  { priced, impossible, refused }: RankedCandidates,
  measuredFrom: MeasuredFromView,
  teller: Teller,
): Promise<CandidatesView> {
  return {
    measuredFrom,
    permitted: await inTurns(priced, (candidate) => tellCandidate(candidate, teller)),
    impossible: await inTurns(impossible, (candidate) => tellCandidate(candidate, teller)),
    refused: await inTurns(refused, (candidate) => tellRefused(candidate, teller)),
  };
}

/** One candidate whose turn has come. */
export function tellCandidate(
  candidate: PricedCandidate | ImpossibleCandidate,
  teller: Teller,
): CandidateView {
  const { review, lead, isPresent, slots, outcome } = candidate;
  return {
    ...named({ review, lead }, teller),
    isPresent,
    slots: slots.map((slot) => teller.slot(slot)),
    facts: 'facts' in candidate ? tellFacts(candidate.facts, candidate, teller) : null,
    alternative: tellAlternative(outcome, teller),
  };
}

/** Somebody whom the rules refuse, with what would mend it. */
export function tellRefused(candidate: RefusedCandidate, teller: Teller): RefusedCandidateView {
  const standing = tellStanding(candidate, teller);
  return {
    ...named(candidate, teller),
    miles: inMiles(candidate.roadKm),
    refusal: kindOfNo(candidate, standing, teller),
    reasons: reasonsOnce(standing, candidate.lead, teller),
    noMend: standing.nearest === null ? whyNoMend(standing) : [],
    words: refusalInWords(standing, candidate.lead, 'LEAD', teller),
    ...standing,
  };
}

/** Two kinds of no: what somebody may be asked about, and what asking does not change, of which some is never overridden. */
function kindOfNo(
  { review, lead }: RefusedCandidate,
  { nearest, windows }: StandingView,
  teller: Teller,
): RefusedCandidateView['refusal'] {
  if (nearest !== null) {
    const changes = nearest.mends.length;
    return {
      kind: 'MENDABLE',
      words: `Could lead it with ${changes === 1 ? 'one change' : `${changes} changes`}`,
    };
  }
  const { urn, trust } = teller.reviews.get(review) ?? {};
  const own = (teller.people.get(lead)?.conflicts ?? []).some(
    (conflict) =>
      isNeverOverridden(conflict.reason) &&
      (conflict.urn === undefined || conflict.urn === urn) &&
      (conflict.trust === undefined || conflict.trust === trust),
  );
  if (own) return { kind: 'NEVER', words: 'Never overridden' };
  const rules = windows.flatMap(({ obstacles }) => obstacles.map(({ rule }) => rule));
  return {
    kind: 'NOT_BY_ASKING',
    words: rules.includes('noConflictOfInterest')
      ? 'Only if operations override the conflict, with a reason'
      : 'Not by asking',
  };
}

function named(
  { review, lead }: { review: string; lead: string },
  { names }: Teller,
): Pick<CandidateView, 'review' | 'school' | 'lead' | 'name'> {
  return { review, school: names.school(review), lead, name: names.person(lead) };
}

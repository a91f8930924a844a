import type { Candidate } from '../candidates.js';
import { withoutDominated } from '../dominance.js';
import type { Face } from '../model.js';
import type { Lead, Problem } from '../problem.js';
import type { LeadArc } from './lead-arcs.js';
import type { LeadNetwork } from './lead-network.js';
import { compare } from './limbs.js';
import type { SecondCandidates } from './second-candidates.js';

export interface ChoicesLeft {
  candidates: Candidate[];
  face: Face;
}

/**
 * The seatings that a plan may use whose leads cost at most `gap` more than the network's optimum, and what all such plans
 * have in common (`docs/model.md`, "What is left for the engine"). Right after a solve of the network.
 *
 * @param gap in limbs, compared lexicographically
 * @param isPermitted whether the problem leaves a seating at all
 */
export function choicesLeft(
  problem: Problem,
  network: LeadNetwork,
  seconds: SecondCandidates,
  gap: readonly number[],
  isPermitted: (candidate: Candidate) => boolean = () => true,
): ChoicesLeft {
  const { fixed, open, counts } = network.face(gap);
  const windowsOf = (index: number): Candidate[] => {
    const arc = network.arcs[index] as LeadArc;
    return arc.windows
      .filter(
        (window) =>
          isPermitted(window.candidate) && compare(network.extraCost(index, window), gap) <= 0,
      )
      .map(({ candidate }) => candidate);
  };
  const within = new Map([...fixed, ...open].map((index) => [index, windowsOf(index)]));
  const leads = withoutDominated(
    problem,
    [...within.values()].flat(),
    (role, review, slot) => seconds.of(role, review, slot).length > 0,
  );
  const kept = new Set(leads);
  const keptOf = (index: number): Candidate[] =>
    (within.get(index) as Candidate[]).filter((each) => kept.has(each));

  const taken = new Set<Candidate>();
  const common: Face['counts'] = counts.map(({ least, most, leadArcs }) => ({
    least,
    most,
    of: leadArcs.flatMap(keptOf),
  }));
  for (const index of fixed) {
    const windows = keptOf(index);
    if (windows.length === 1) taken.add(windows[0] as Candidate);
    else common.push({ least: 1, most: 1, of: windows });
  }
  const beside = secondsBeside(problem, leads, seconds);
  return { candidates: [...leads, ...beside], face: { taken, counts: common } };
}

/** Everybody who could sit beside one of these leads. */
function secondsBeside(
  problem: Problem,
  leads: readonly Candidate[],
  seconds: SecondCandidates,
): Set<Candidate> {
  const beside = new Set<Candidate>();
  for (const { lead, review, slot } of leads) {
    const role = (problem.leads[lead] as Lead).isNew ? 'QUALITY_ASSURER' : 'SHADOW';
    for (const { candidate } of seconds.of(role, review, slot)) beside.add(candidate);
  }
  return beside;
}

/** The face on which so many people have a shadow seat. */
export function withShadows({ candidates, face }: ChoicesLeft, shadows: number): Face {
  const inShadow = candidates.filter(({ role }) => role === 'SHADOW');
  const count = { least: shadows, most: shadows, of: inShadow };
  return { ...face, counts: [...face.counts, count] };
}

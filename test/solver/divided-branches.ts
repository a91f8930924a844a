/** Branches of the search over the network, divided by new leads and their assurers. */
import { AssurerBranches, type Part } from '../../src/solver/network/assurer-branches.js';
import type { LeadNetwork } from '../../src/solver/network/lead-network.js';
import {
  type Assured,
  RestrictedNetwork,
  type Restriction,
} from '../../src/solver/network/restricted-network.js';
import type { Problem } from '../../src/solver/problem.js';
import { partsOf } from './network-parts.js';

export interface Divided {
  network: LeadNetwork;
  branches: AssurerBranches;
  /** What the flow of a branch costs, in limbs; null: nothing keeps it. */
  solve: (restrictions: readonly Restriction[]) => readonly number[] | null;
}

export function divided(of: Problem, flowsNeeds: boolean): Divided {
  const { network, seconds } = partsOf(of);
  const restricted = new RestrictedNetwork(of, network, seconds, flowsNeeds, null);
  const branches = new AssurerBranches(network, restricted, flowsNeeds);
  const solve = (restrictions: readonly Restriction[]): readonly number[] | null => {
    restricted.apply(restrictions);
    network.solve(() => false);
    return restricted.isBroken() ? null : network.weighted(restricted.levels());
  };
  return { network, branches, solve };
}

export const assured = (
  who: number,
  week: number | null = null,
  assurer: number | null = null,
): Assured => ({
  kind: 'ASSURED',
  person: who,
  week,
  assurer,
});

export const leadsNothing = (who: number): Restriction => ({ kind: 'LEADS_NOTHING', person: who });

export const blocked = (who: number, week: number): Restriction => ({
  kind: 'WEEK_BLOCKED',
  person: who,
  week,
});

export const restrictionsOf = (parts: readonly Part[]): (readonly Restriction[])[] =>
  parts.map(({ restrictions }) => restrictions);

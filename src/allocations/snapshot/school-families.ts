import { type ConflictSchools } from '../../reviewers/conflicts.js';
import { type SchoolLinks } from './load-reviews.js';

/** The register as conflicts ask for it: a school under all its URNs, and the schools of a trust. */
export function conflictSchools({ trusts, predecessors }: SchoolLinks): ConflictSchools {
  const neighbours = new Map<string, string[]>();
  for (const { urn, predecessor } of predecessors) {
    neighbours.set(urn, [...(neighbours.get(urn) ?? []), predecessor]);
    neighbours.set(predecessor, [...(neighbours.get(predecessor) ?? []), urn]);
  }
  const trustByUrn = new Map(trusts.map(({ urn, trust }) => [urn, trust]));
  const urnsByTrust = new Map<string, string[]>();
  for (const { urn, trust } of trusts) {
    const known = urnsByTrust.get(trust);
    if (known) known.push(urn);
    else urnsByTrust.set(trust, [urn]);
  }
  return {
    family: (urn) => reachable(urn, neighbours),
    trustOf: (urn) => trustByUrn.get(urn) ?? null,
    schoolsOf: (trust) => urnsByTrust.get(trust) ?? [],
  };
}

function reachable(urn: string, neighbours: ReadonlyMap<string, string[]>): string[] {
  const found = new Set([urn]);
  for (const each of found) for (const next of neighbours.get(each) ?? []) found.add(next);
  return [...found].sort();
}

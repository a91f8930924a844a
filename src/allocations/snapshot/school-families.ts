import { type ConflictSchools } from '../../reviewers/conflicts.js';
import { type SchoolLinks } from './load-reviews.js';

/** The register as conflicts ask for it: a school under all its URNs, and the schools of a trust. */
export function conflictSchools({ trusts, families }: SchoolLinks): ConflictSchools {
  const trustByUrn = new Map(trusts.map(({ urn, trust }) => [urn, trust]));
  const urnsByTrust = new Map<string, string[]>();
  for (const { urn, trust } of trusts) {
    const known = urnsByTrust.get(trust);
    if (known) known.push(urn);
    else urnsByTrust.set(trust, [urn]);
  }
  return {
    family: (urn) => families.get(urn) ?? [urn],
    trustOf: (urn) => trustByUrn.get(urn) ?? null,
    schoolsOf: (trust) => urnsByTrust.get(trust) ?? [],
  };
}

import type { EntityManager } from 'typeorm';

/**
 * All URNs that one school has had or grew out of, itself included, in order: a school that becomes an
 * academy gets a new URN, and conflicts follow it both ways. docs/domain.md, "The Lead Reviewer", Conflicts.
 */
export async function urnFamily(manager: EntityManager, urn: string): Promise<string[]> {
  return (await urnFamilies(manager)).get(urn) ?? [urn];
}

/**
 * The family of every URN that has a predecessor or successor, by each of its URNs; a URN that is not
 * a key stands alone. One statement, for use on whole terms.
 */
export async function urnFamilies(manager: EntityManager): Promise<Map<string, string[]>> {
  const links = await manager.query<{ urn: string; predecessor: string }[]>(
    'SELECT urn, predecessor_urn AS predecessor FROM school_predecessor ORDER BY 1, 2',
  );
  return familiesOf(links);
}

/** Joins links into families, whatever their order and however they branch or circle. */
export function familiesOf(
  links: readonly { urn: string; predecessor: string }[],
): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const { urn, predecessor } of links) {
    const one = families.get(urn) ?? [urn];
    const other = families.get(predecessor) ?? [predecessor];
    const joined = [...new Set([...one, ...other])].sort();
    for (const member of joined) families.set(member, joined);
  }
  return families;
}

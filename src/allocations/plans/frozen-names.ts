import { type Labels } from '../plan-tables.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';

/** The names that were frozen with a problem, so that a plan reads as on the day it was made; none for a problem file. */
export function frozenNames({
  schools = {},
  people = {},
}: Partial<Pick<SnapshotContext, 'schools' | 'people'>>): Required<Labels> {
  return {
    schools: new Map(Object.entries(schools).map(([urn, { name }]) => [urn, name])),
    people: new Map(Object.entries(people).map(([code, { name }]) => [code, name])),
  };
}

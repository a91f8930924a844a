import { type EntityManager } from 'typeorm';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { type PlanNames } from '../summary/plan-names.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { type PlanMapView } from './plan-map.schema.js';

interface PlacedSchool {
  urn: string;
  region: string;
  phase: string | null;
  needs: string[];
  lat: number | null;
  lon: number | null;
}

/** The schools of the term's reviews that a plan leaves out, where the registers have them; by name. */
export async function leftOutSchools(
  manager: EntityManager,
  { leftOut = [], reviews = {} }: Partial<SnapshotContext>,
  names: PlanNames,
): Promise<PlanMapView['schools']> {
  const reasons = leftOut.flatMap(({ review, reason }) =>
    review === undefined ? [] : [{ review, reason }],
  );
  const rows = await manager.query<PlacedSchool[]>(
    'SELECT urn, region, phase, needs, lat, lon FROM school WHERE urn = ANY($1)',
    [reasons.map(({ review }) => reviews[review] ?? '')],
  );
  const schools = new Map(rows.map((row) => [row.urn, row]));
  return reasons
    .flatMap(({ review, reason }): PlanMapView['schools'] => {
      const found = schools.get(reviews[review] ?? '');
      if (!found) return [];
      const { region, phase, needs, lat, lon } = found;
      return [
        {
          review,
          school: names.school(review),
          region,
          phase: phase === null ? null : phaseInWords(phase),
          needs,
          lat,
          lon,
          state: 'LEFT_OUT',
          week: null,
          days: null,
          lead: null,
          leadName: null,
          miles: null,
          words: `Not in the plan. ${names.inWords(reason)}.`,
        },
      ];
    })
    .sort((a, b) => a.school.localeCompare(b.school, 'en-GB'));
}

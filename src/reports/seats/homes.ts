import { believedAt } from '../../audit/believed-at.js';
import { type DayRange } from '../../calendar/civil-date.js';
import { firstDay, type Slot } from '../../calendar/slots.js';
import { type Place } from './seat-facts.js';

/** Where somebody lives, and where they lived before. */
export interface Homes {
  home: Place;
  /** null: nowhere else that is known. */
  formerHomes: readonly (DayRange & Place)[] | null;
}

/**
 * Columns of `Homes`, as believed at an instant; with `lead_reviewer` as `l` and its `postcode_district` as `d`.
 *
 * @param knownAt its parameter
 */
export function homesOf(knownAt: string): string {
  return `json_build_object('lat', d.lat, 'lon', d.lon) AS home,
    (SELECT json_agg(json_build_object('from', lower(f.valid), 'to', upper(f.valid) - 1, 'lat', p.lat, 'lon', p.lon))
     FROM former_home f JOIN postcode_district p ON p.district = f.postcode_district
     WHERE f.lead_id = l.id AND ${believedAt('f', knownAt)}) AS "formerHomes"`;
}

/** Where they lived on a review’s first day: from there its journey is measured. docs/domain.md, "Fee". */
export function homeOn({ home, formerHomes }: Homes, slot: Slot): Place {
  if (formerHomes === null) return home;
  const day = firstDay(slot);
  return formerHomes.find(({ from, to }) => from <= day && day <= to) ?? home;
}

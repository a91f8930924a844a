import { list, oneOf, type RawSearch, said, text } from '../../parts/search-params';

/** What a link to the map can say. */
export interface MapSearch {
  /** The region that fills the map; only its schools. */
  region?: string;
  /** Only schools whose review is in this state. */
  state?: string;
  phase?: string;
  /** Only schools that ask for this specialism, by its code. */
  need?: string;
  /** Only reviews on which this person has a seat, by reference. */
  lead?: string;
  /** Only reviews of this week, by its Monday. */
  week?: string;
  /** Whether homes and ways are left out. */
  show?: 'schools';
  /** What is open beside the map: references of reviews and people, written a,b,c. */
  at?: string;
  /** Whether every row of the tables is shown. */
  schools?: 'all';
  people?: 'all';
}

export function mapSearch(raw: RawSearch): MapSearch {
  return said({
    region: text(raw.region),
    state: text(raw.state),
    phase: text(raw.phase),
    need: text(raw.need),
    lead: text(raw.lead),
    week: text(raw.week),
    show: oneOf(raw.show, ['schools']),
    at: list(raw.at)?.join(','),
    schools: oneOf(raw.schools, ['all']),
    people: oneOf(raw.people, ['all']),
  });
}

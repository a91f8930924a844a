import { type CivilDate } from '../../calendar/civil-date.js';
import { type Slot } from '../../calendar/slots.js';
import { type Term } from '../../calendar/usable-windows.js';
import { type SeatRole } from '../../commitments/counts.js';
import { type Span } from '../../reviewers/dated.js';
import { type Settings } from '../../settings/settings.js';
import { type Homes } from '../seats/homes.js';

/** Everything that fairness over some years is counted from, as it was on record at one instant. */
export interface FairnessFacts {
  /** Of all the years, in order. */
  terms: FairnessTerm[];
  bankHolidays: ReadonlySet<CivilDate>;
  settings: Settings;
  /** By name. */
  people: FairnessPerson[];
  /** Held or led, until the day looked at. */
  seats: HeldSeat[];
  /** Those of the seats, by URN. */
  schools: ReadonlyMap<string, FairnessSchool>;
}

export interface FairnessTerm extends Term {
  /** Mondays of its school weeks. */
  weeks: readonly CivilDate[];
}

export interface FairnessPerson extends Homes {
  lead: string;
  name: string;
  synthetic: boolean;
  /** Of the home. */
  region: string;
  contracts: (Span & { academicYear: string })[];
  overrides: { academicYear: string; minimum: number; reason: string; decidedOn: CivilDate }[];
  employments: (Span & { servingLeader: boolean; schoolPhase: string | null })[];
}

export interface FairnessSchool {
  urn: string;
  name: string;
  region: string;
  /** Null: not known. */
  lat: number | null;
  lon: number | null;
}

export interface HeldSeat extends Slot {
  review: string;
  urn: string;
  lead: string;
  termId: string;
  role: SeatRole;
  outcome: 'LED' | 'ACCEPTED' | 'OFFERED';
}

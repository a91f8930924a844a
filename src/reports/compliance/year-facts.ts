import { type KnownForecast } from '../../allocations/forecast/known-forecast.js';
import { type CivilDate } from '../../calendar/civil-date.js';
import { type Term } from '../../calendar/usable-windows.js';
import { type EndedBy, type SeatEventKind, type SeatHistory } from '../../commitments/counts.js';
import { type Span } from '../../reviewers/dated.js';
import { type Settings } from '../../settings/settings.js';

/** Everything that a year's commitments are counted from, as it was on record at one instant. */
export interface YearFacts {
  id: string;
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** Its terms, in order, with the Mondays of their school weeks. */
  terms: YearTerm[];
  bankHolidays: ReadonlySet<CivilDate>;
  settings: Settings;
  /** null: none had been computed. */
  forecast: KnownForecast | null;
  /** Everybody with a contract, an agreed exception or a seat in the year, by name. */
  leads: LeadFacts[];
}

export interface YearTerm extends Term {
  weeks: readonly CivilDate[];
  /** Whether people were asked for their dates. */
  isAsked: boolean;
  /** Nothing has been recorded since it was last looked at. */
  isFresh: boolean;
  /** null: never worked out, or there was nothing to work it out from. */
  most: TermMost | null;
}

/** What each person could lead of a term at most, as it was last worked out. */
export interface TermMost {
  computedAt: string;
  of: Readonly<Record<string, readonly [byAvailability: number, byAllRules: number]>>;
}

export interface LeadFacts {
  lead: string;
  name: string;
  /** Invented for the sample. */
  synthetic: boolean;
  /** Of the home. */
  region: string;
  contracts: Span[];
  overrides: { minimum: number; reason: string; decidedOn: CivilDate }[];
  employments: (Span & { servingLeader: boolean })[];
  seats: LeadSeat[];
}

/** A seat with everything recorded of it, what was corrected since included. */
export interface LeadSeat extends SeatHistory {
  id: string;
  review: string;
  urn: string;
  school: string;
  schoolRegion: string;
  events: SeatEventFact[];
  /** What was on record once and is not believed any more. */
  corrected: (SeatEventFact & { correctedAt: string; correctedBy: string })[];
}

export interface SeatEventFact {
  kind: SeatEventKind;
  on: CivilDate;
  causedBy: EndedBy | null;
  reason: string | null;
  recordedAt: string;
  recordedBy: string;
}

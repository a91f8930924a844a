import { type SeatHistory } from '../../commitments/counts.js';
import { type SeatAtMoment } from './seat-state.js';

/** A seat as it was on record, with its review, its school and who holds it. */
export interface SeatFacts
  extends SeatAtMoment, Pick<SeatHistory, 'week' | 'window' | 'role' | 'termId'> {
  /** null: a seat of the newest plan that nobody was offered yet. */
  id: string | null;
  review: string;
  urn: string;
  school: string;
  /** Of the school. */
  region: string;
  academicYear: string;
  /** Reference of the person. */
  lead: string;
  name: string;
  /** Invented for the sample. */
  synthetic: boolean;
  home: Place | null;
  place: Place | null;
}

export interface Place {
  lat: number;
  lon: number;
}

/** A seat under a name of its own, also where it is only planned. */
export function seatKey({ id, review, role }: SeatFacts): string {
  return id ?? `${review} ${role}`;
}

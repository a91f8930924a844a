import type { Problem } from '../problem.js';
import { leadSupply } from './lead-supply.js';
import { seatOptions } from './seat-options.js';
import { assurerFindings } from './second-findings.js';
import { assurerSeats } from './second-seats.js';
import { weekRows as rowsOfWeeks, type WeekRow } from './tables.js';

/** How demand and supply stand in each week, as the pre-flight finds it, without the rest of it. */
export function weekRows(problem: Problem): WeekRow[] {
  const seats = seatOptions(problem);
  const { never } = assurerFindings(problem, assurerSeats(problem, seats));
  return rowsOfWeeks(problem, leadSupply(problem, seats, never));
}

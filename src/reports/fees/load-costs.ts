import { type EntityManager } from 'typeorm';
import { seatJourney } from '../../allocations/snapshot/seat-journey.js';
import { firstDay } from '../../calendar/slots.js';
import { inTurns } from '../../platform/turns.js';
import { settingByDay } from '../../settings/settings.js';
import { loadSeats, type SeatMoment } from '../seats/load-seats.js';
import { type SeatFacts } from '../seats/seat-facts.js';
import { seatState } from '../seats/seat-state.js';
import { type PaidSeat } from './paid-seat.js';
import { costOf } from './seat-cost.js';

/**
 * Every seat of a year with its cost by the rules of the review’s first day.
 *
 * @param academicYear null: of all years, without plans
 */
export async function loadPaidSeats(
  manager: EntityManager,
  academicYear: string | null,
  moment: SeatMoment,
): Promise<PaidSeat[]> {
  const seats = await loadSeats(manager, academicYear, moment);
  const price = await pricing(manager, moment.knownAt);
  return inTurns(seats, (seat) => Object.assign(seat, price(seat), { state: seatState(seat) }));
}

const NOTHING: PaidSeat['cost'] = { pence: 0, parts: [], unknown: null };

/** Whether a seat is paid and what it costs, by the rules that hold on its review’s first day. */
async function pricing(
  manager: EntityManager,
  knownAt: string,
): Promise<(seat: SeatFacts) => Pick<PaidSeat, 'isPaid' | 'cost'>> {
  const fees = await settingByDay(manager, 'fees', knownAt);
  const pays = await settingByDay(manager, 'seatsThatCount', knownAt);
  const policies = await settingByDay(manager, 'policies', knownAt);
  return (seat) => {
    const first = firstDay(seat);
    if (!pays(first).pay[seat.role]) return { isPaid: false, cost: NOTHING };
    const { byName, defaultName } = policies(first);
    const policy = byName[defaultName];
    const miles =
      seat.home === null || seat.place === null || policy === undefined
        ? null
        : seatJourney(seat.home, seat.place, policy).miles;
    const costed = { role: seat.role, region: seat.region, firstDay: first, miles };
    return { isPaid: true, cost: costOf(costed, fees(first).table) };
  };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  day,
  history,
  type History,
  HOLIDAYS,
  HOURS,
  instantOf,
  isKnown,
  LEADS,
  type Logged,
  type LoggedSeat,
  prepare,
  write,
  YEAR,
} from '../../../test/support/random-year.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { addDays } from '../../calendar/civil-date.js';
import { attribute } from './attribution.js';
import { countedLeads } from './commitments-report.js';
import { figuresOf } from './figures.js';
import { loadYear } from './load-year.js';

/**
 * Random histories with thousands of events, some corrected back in time, written straight into the tables; then every
 * counter is recounted from the same log by rules written down here once more.
 */

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await prepare(database.dataSource.manager);
});
afterAll(() => database.drop());

/** Counted back from the first day: on the tenth working day before it, or later, is late. */
function isLate(on: string, { week, window }: LoggedSeat): boolean {
  let limit = window === 'MON_WED' ? week : addDays(week, 2);
  for (let notice = 0; notice < 10;) {
    limit = addDays(limit, -1);
    const weekday = new Date(`${limit}T00:00:00Z`).getUTCDay();
    if (weekday % 6 !== 0 && !HOLIDAYS.includes(limit)) notice += 1;
  }
  return on >= limit;
}

function recount(
  seats: readonly LoggedSeat[],
  asAt: string,
  known: number,
): Record<string, number> {
  const counts = {
    offered: 0,
    led: 0,
    confirmedAhead: 0,
    awaitingAnswer: 0,
    declined: 0,
    cancelledLate: 0,
    cancelledInTime: 0,
  };
  for (const each of seats.filter(({ role }) => role === 'LEAD')) {
    const log = each.log.filter((event) => isKnown(event, known) && event.on <= asAt);
    const of = (kind: string): Logged | undefined => log.find((event) => event.kind === kind);
    const ends = log.filter(({ kind }) => kind === 'WITHDRAWN' || kind === 'CANCELLED');
    const order = ({ on, recorded, kind }: Logged): string =>
      `${on} ${instantOf(recorded)} ${kind}`;
    const [ending] = ends.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    const isOver = ending !== undefined;
    if (of('LED')) counts.led += 1;
    else if (of('DECLINED')) counts.declined += 1;
    else if (isOver && ending.causedBy === 'LEAD_REVIEWER') counts.declined += 1;
    else if (isOver && ending.causedBy === 'PROGRAMME') continue;
    else if (isOver && isLate(ending.on, each)) counts.cancelledLate += 1;
    else if (isOver) {
      counts.cancelledInTime += 1;
      continue;
    } else if (of('ACCEPTED')) counts.confirmedAhead += 1;
    else if (of('OFFERED')) counts.awaitingAnswer += 1;
    else continue;
    counts.offered += 1;
  }
  return counts;
}

describe('the report of any history, as at any day and as known at any instant', () => {
  it('is what a recount of the log gives, and its causes add up', async () => {
    let events = 0;
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(fc.tuple(day, fc.integer({ min: 0, max: 2 * HOURS })), {
          minLength: 3,
          maxLength: 3,
        }),
        async (logged, moments) => {
          await write(database.dataSource.manager, logged);
          events += logged.seats.reduce((sum, { log }) => sum + log.length, 0);
          for (const [asAt, known] of moments) await compare(logged, asAt, known);
        },
      ),
      { numRuns: 8, seed: 1, endOnFailure: true },
    );
    expect(events).toBeGreaterThan(8000);
  });

  async function compare(logged: History, asAt: string, known: number): Promise<void> {
    const year = await loadYear(database.dataSource.manager, YEAR, {
      asAt,
      knownAt: instantOf(known),
    });
    const weeks = year.terms.flatMap((term) => term.weeks);
    expect(weeks.length).toBeGreaterThan(35);
    const counted = new Map(countedLeads(year, asAt).map((each) => [each.facts.lead, each.year]));
    for (const lead of LEADS) {
      const own = logged.seats.filter((each) => each.lead === lead);
      const contracts = logged.contracts.filter(
        (each) => each.lead === lead && isKnown(each, known),
      );
      const inside = weeks.filter((week) =>
        contracts.some(({ from, to }) => from <= addDays(week, 2) && addDays(week, 2) <= to),
      ).length;
      const agreed = logged.exceptions.find(
        (each) => each.lead === lead && isKnown(each, known) && each.decidedOn <= asAt,
      );
      const minimum = agreed?.minimum ?? Math.round((6 * inside) / weeks.length);
      const counts = recount(own, asAt, known);
      const shortfall = Math.max(
        0,
        minimum - counts.led! - counts.confirmedAhead! - counts.awaitingAnswer!,
      );
      const found = counted.get(lead);
      const nothing = Object.values(counts).every((count) => count === 0) && minimum === 0;
      if (found === undefined) {
        expect([lead, nothing]).toEqual([lead, true]);
        continue;
      }
      expect([lead, figuresOf(found)]).toEqual([lead, { ...counts, minimum, shortfall }]);
      const parts = Object.values(found.causes).reduce((sum, part) => sum + part, 0);
      expect(parts).toBe(shortfall);
      expect(Object.keys(found.causes).sort()).toEqual(
        Object.keys(
          attribute({ ...found.counts, minimum, mostByAvailability: null, mostByAllRules: null }),
        ).sort(),
      );
    }
  }
});

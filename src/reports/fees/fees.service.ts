import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { counted } from '../../allocations/summary/phrases.js';
import { termsOf, yearById } from '../../calendar/academic-years.js';
import { weekdayInWords } from '../../calendar/words.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { settingByDay } from '../../settings/settings.js';
import { type FeeTable } from '../../settings/fee-table.js';
import { type Moment, ReportMoments, yearInWords } from '../moment.js';
import { type PaidSeat } from './paid-seat.js';
import {
  amountsOf,
  type CostedSeat,
  costedSeats,
  type CostFilter,
  costRows,
  isShown,
  seatView,
} from './cost-report.js';
import { headlineOf, tableInWords } from './cost-words.js';
import { feesFile } from './fees-file.js';
import type {
  CostFigure,
  FeesBehind,
  FeesBehindQuery,
  FeesFileQuery,
  FeesQuery,
  FeesReport,
} from './fees.schema.js';
import { loadPaidSeats } from './load-costs.js';
import { mismatchesOf } from './mismatches.js';
import { type PaidSoFar } from './payroll-due.js';
import { paidSoFar } from './payroll-store.js';
import { pounds } from './pounds.js';

interface YearCosts {
  seats: PaidSeat[];
  paid: PaidSoFar[];
  terms: { id: string; name: string }[];
  /** In force on the day. */
  table: FeeTable | null;
}

/** What reviews cost: counted from seats and the fees of their day, never kept as a sum. */
@Injectable()
export class FeeReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal when there is no such year, or no year at all */
  report(query: FeesQuery): Promise<FeesReport> {
    return this.moments.reading(query, async (manager, moment) => {
      const year = await loadCosts(manager, moment);
      return reportOf(year, moment, query);
    });
  }

  /** The seats behind one figure, with how each amount came about. */
  behind({ figure, ...query }: FeesBehindQuery): Promise<FeesBehind> {
    return this.moments.reading(query, async (manager, moment) => {
      const { seats } = await loadCosts(manager, moment);
      const shown = costedSeats(seats).filter((seat) => isShown(seat, query));
      const items = shown.filter((seat) => isOfFigure(seat, figure));
      const { pence } = amountsOf(items).all;
      return {
        title: `${counted(items.length, 'paid seat')}, ${pounds(pence)}`,
        items: items.map(seatView),
      };
    });
  }

  file({ table, ...query }: FeesFileQuery): Promise<{ view: RegisterView; asAt: string }> {
    return this.moments.reading(query, async (manager, moment) => {
      const year = await loadCosts(manager, moment);
      const report = reportOf(year, moment, query);
      const seats = costedSeats(year.seats).filter((seat) => isShown(seat, query));
      const made = { author: this.author.name, madeAt: this.clock.now() };
      const view = feesFile(table, { report, seats: seats.map(seatView), filter: query }, made);
      return { view, asAt: moment.asAt };
    });
  }
}

async function loadCosts(manager: EntityManager, moment: Moment): Promise<YearCosts> {
  const { academicYear, asAt, knownAt } = moment;
  await yearById(manager, academicYear);
  const fees = await settingByDay(manager, 'fees', knownAt);
  return {
    seats: await loadPaidSeats(manager, academicYear, moment),
    paid: await paidSoFar(manager, knownAt),
    terms: (await termsOf(manager, academicYear)).map(({ id, name }) => ({ id, name })),
    table: fees(asAt).table,
  };
}

function reportOf(year: YearCosts, moment: Moment, filter: CostFilter): FeesReport {
  const { academicYear, years, asAt, knownAt } = moment;
  const all = costedSeats(year.seats);
  const shown = all.filter((seat) => isShown(seat, filter));
  const total = amountsOf(shown);
  const leads = sortedBy(new Map(all.map(({ lead, name }) => [lead, name])));
  const regions = [...new Set(all.map(({ region }) => region))].sort();
  return {
    academicYear,
    years,
    asAt,
    knownAt,
    title: `Fees and costs, ${yearInWords(academicYear)}`,
    asAtWords: `As at ${weekdayInWords(asAt)}.`,
    headline: headlineOf(total),
    tableWords: tableInWords(year.table, asAt),
    isSet: year.table !== null,
    isInvented: year.table?.isInvented ?? false,
    terms: year.terms,
    regions,
    leads: [...leads].map(([code, name]) => ({ code, name })),
    total,
    byTerm: costRows(
      shown,
      ({ termId }) => termId,
      new Map(year.terms.map(({ id, name }) => [id, name])),
    ),
    byRegion: costRows(
      shown,
      ({ region }) => region,
      new Map(regions.map((region) => [region, region])),
    ),
    byLead: costRows(shown, ({ lead }) => lead, leads),
    mismatches: mismatchesOf(
      year.seats.filter((seat) => isShown(seat, filter)),
      year.paid,
      asAt,
    ),
  };
}

function sortedBy(names: ReadonlyMap<string, string>): Map<string, string> {
  const key = ([code, name]: readonly [string, string]): string => `${name.toLowerCase()} ${code}`;
  return new Map([...names].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
}

function isOfFigure(seat: CostedSeat, figure: CostFigure): boolean {
  if (figure === 'all') return true;
  return figure === 'unknown' ? seat.cost.pence === null : seat.state === figure;
}

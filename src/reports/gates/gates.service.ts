import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { newestPlanOf } from '../../allocations/plans/newest-plan.js';
import { counted } from '../../allocations/summary/phrases.js';
import { termsOf, yearById } from '../../calendar/academic-years.js';
import { trainingDays } from '../../calendar/training-days.js';
import { weekdayInWords } from '../../calendar/words.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { settingByDay } from '../../settings/settings.js';
import { type Moment, ReportMoments, termOfDay, yearInWords } from '../moment.js';
import { loadSeats } from '../seats/load-seats.js';
import { seatState } from '../seats/seat-state.js';
import { type GateRules } from './gate-findings.js';
import { headlineOf, KIND_NAMES } from './gate-words.js';
import { gatesFile } from './gates-file.js';
import { gateRows, kindsOf, reviewsOf, shownRows, stretchOf } from './gates-report.js';
import type {
  GateRow,
  GatesBehind,
  GatesBehindQuery,
  GatesQuery,
  GatesReport,
} from './gates.schema.js';
import { loadGatePeople } from './load-gates.js';

interface YearGates {
  rows: GateRow[];
  terms: { id: string; name: string; startsOn: string; endsOn: string }[];
  due: GateRules['due'];
  /** Seats ahead that people are booked for. */
  booked: number;
}

/** Contracts, checks and training that run out or are missing, held against the reviews that people are booked for. */
@Injectable()
export class GateReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal when there is no such year, or no year at all */
  report(query: GatesQuery): Promise<GatesReport> {
    return this.moments.reading(query, async (manager, moment) =>
      reportOf(manager, await loadYear(manager, moment), moment, query),
    );
  }

  /** The booked reviews that something does not cover to their last day. */
  behind(query: GatesBehindQuery): Promise<GatesBehind> {
    return this.moments.reading(query, async (manager, moment) => {
      const rows = shownRows((await loadYear(manager, moment)).rows, query);
      const items = new Map<string, GatesBehind['items'][number]>();
      for (const { lead, name, words, bookings } of rows) {
        for (const booking of bookings) {
          const known = items.get(booking.key);
          if (known === undefined)
            items.set(booking.key, { ...booking, lead, name, words: [words] });
          else known.words.push(words);
        }
      }
      const found = [...items.values()].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
      const what = query.kind === undefined ? '' : `: ${KIND_NAMES[query.kind]}`;
      return { title: `${counted(reviewsOf(rows), 'review')}${what}`, items: found };
    });
  }

  file(query: GatesQuery): Promise<{ view: RegisterView; asAt: string }> {
    return this.moments.reading(query, async (manager, moment) => {
      const year = await loadYear(manager, moment);
      const report = await reportOf(manager, year, moment, query);
      const made = {
        author: this.author.name,
        madeAt: this.clock.now(),
        total: year.rows.length,
      };
      return { view: gatesFile(report, query, made), asAt: moment.asAt };
    });
  }
}

async function loadYear(manager: EntityManager, moment: Moment): Promise<YearGates> {
  const { academicYear, asAt, knownAt } = moment;
  const year = await yearById(manager, academicYear);
  const training = await trainingDays(manager, { from: year.startsOn, to: year.endsOn });
  const { contractDays, dbsDays } = (await settingByDay(manager, 'checksDue', knownAt))(asAt);
  const rules = {
    asAt,
    trainingDays: training.map(({ date }) => date),
    due: { contractDays, dbsDays },
  };
  const people = await loadGatePeople(manager, moment);
  const seats = await loadSeats(manager, academicYear, moment);
  return {
    rows: gateRows(people, seats, rules),
    terms: await termsOf(manager, academicYear),
    due: rules.due,
    booked: seats.filter((seat) => !['DONE', null].includes(seatState(seat))).length,
  };
}

async function reportOf(
  manager: EntityManager,
  { rows: all, terms, due, booked: seatsAhead }: YearGates,
  { academicYear, years, asAt, knownAt }: Moment,
  query: GatesQuery,
): Promise<GatesReport> {
  const rows = shownRows(all, query);
  const booked = rows.filter(({ urgency }) => urgency === 'BOOKED');
  const concerned = new Set(booked.map(({ lead }) => lead));
  const others = new Set(rows.map(({ lead }) => lead).filter((lead) => !concerned.has(lead)));
  // The person is looked at in the term of the day, or the next one.
  const linked = termOfDay(terms, asAt);
  const plan = linked === undefined ? null : await newestPlanOf(manager, linked.id);
  return {
    academicYear,
    years,
    asAt,
    knownAt,
    title: `Contracts and checks, ${yearInWords(academicYear)}`,
    asAtWords: `As at ${weekdayInWords(asAt)}.`,
    headline: headlineOf({
      people: concerned.size,
      reviews: reviewsOf(booked),
      others: others.size,
      booked: seatsAhead,
    }),
    dueWords: `A contract is due for review ${counted(due.contractDays, 'day')} before it ends, a DBS check ${counted(due.dbsDays, 'day')} before it runs out.`,
    terms: terms.map(({ id, name }) => ({ id, name })),
    regions: [...new Set(all.map(({ region }) => region))].sort(),
    kinds: kindsOf(shownRows(all, { ...query, kind: undefined })),
    ...stretchOf(rows, asAt),
    linkTerm: linked?.id ?? null,
    linkPlan: plan?.id ?? null,
    rows,
  };
}

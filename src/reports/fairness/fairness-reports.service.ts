import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { termById, yearById } from '../../calendar/academic-years.js';
import { weekdayInWords } from '../../calendar/words.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { type Moment, ReportMoments, yearInWords } from '../moment.js';
import { inYearOfTerm } from '../term-of-year.js';
import { fairnessFile } from './fairness-file.js';
import { type FairnessFacts } from './fairness-facts.js';
import type {
  FairnessBehindQuery,
  FairnessQuery,
  FairnessReport,
  FairnessReviews,
} from './fairness.schema.js';
import { fairnessTold, seatsBehind, trendOf } from './fairness-view.js';
import { loadFairness } from './load-fairness.js';
import { type CommitmentIn, commitments } from './period-commitment.js';
import { peopleIn, type PersonFairness, type WeighedSeat, weighSeats } from './person-fairness.js';

/** So many years at least are shown term by term, however short the period looked at. */
const TREND_YEARS = 3;

interface Looked {
  moment: Moment;
  facts: FairnessFacts;
  weighed: WeighedSeat[];
  commitmentIn: CommitmentIn;
  /** Whom the filter lets through; shares are those among everybody. */
  shown: PersonFairness[];
}

/** Reports of fairness: what everybody carries, beside what would be even. */
@Injectable()
export class FairnessReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal when there is no such year or term, or the term is of another year */
  report(query: FairnessQuery): Promise<FairnessReport> {
    return this.looking(query, TREND_YEARS, async (manager, looked) => {
      const { moment, facts, weighed, shown, commitmentIn } = looked;
      return {
        academicYear: moment.academicYear,
        years: moment.years,
        yearsBack: query.years,
        term: query.term ?? null,
        terms: facts.terms
          .filter(({ academicYear }) => academicYear === moment.academicYear)
          .map(({ id, name }) => ({ key: id, name })),
        regions: await homeRegions(manager),
        title: await titleOf(manager, query, moment),
        asAt: moment.asAt,
        asAtWords: `As at ${weekdayInWords(moment.asAt)}.`,
        knownAt: moment.knownAt,
        ...fairnessTold(shown),
        trend: await trendOf(facts, weighed, commitmentIn),
      };
    });
  }

  /** The reviews behind one figure, of everybody shown or of one person. */
  behind(query: FairnessBehindQuery): Promise<FairnessReviews> {
    return this.looking(query, 1, (_, { facts, shown }) => {
      const names = new Map(facts.terms.map(({ id, name }) => [id, name]));
      return Promise.resolve(seatsBehind(shown, query, (id) => names.get(id) ?? id));
    });
  }

  async file(query: FairnessQuery): Promise<{ view: RegisterView; asAt: string }> {
    const report = await this.report(query);
    const everybody =
      query.region === undefined
        ? report.people.length
        : (await this.report({ ...query, region: undefined })).people.length;
    const made = { author: this.author.name, madeAt: this.clock.now(), total: everybody };
    return { view: fairnessFile(report, query, made), asAt: report.asAt };
  }

  private looking<T>(
    query: FairnessQuery,
    leastYears: number,
    work: (manager: EntityManager, looked: Looked) => Promise<T>,
  ): Promise<T> {
    return this.moments.reading(query, async (manager, asked) => {
      const moment = await inYearOfTerm(manager, query, asked);
      await yearById(manager, moment.academicYear);
      const until = moment.years.slice(moment.years.indexOf(moment.academicYear));
      const loaded = until.slice(0, Math.max(query.years, leastYears));
      const facts = await loadFairness(manager, loaded, moment);
      const weighed = await weighSeats(facts);
      const chosen = until.slice(0, query.years);
      const terms = facts.terms.filter(({ id, academicYear }) =>
        query.term === undefined ? chosen.includes(academicYear) : id === query.term,
      );
      const commitmentIn = commitments(facts, moment.asAt);
      const ids = new Set(terms.map(({ id }) => id));
      const people = await peopleIn(facts, weighed, ids, commitmentIn);
      const shown = people.filter(
        ({ person }) => query.region === undefined || person.region === query.region,
      );
      return work(manager, { moment, facts, weighed, shown, commitmentIn });
    });
  }
}

async function homeRegions(manager: EntityManager): Promise<FairnessReport['regions']> {
  return manager.query(
    `SELECT name, is_priority AS "isPriority" FROM region ORDER BY is_priority DESC, name`,
  );
}

async function titleOf(
  manager: EntityManager,
  { term, years }: FairnessQuery,
  { academicYear, years: all }: Moment,
): Promise<string> {
  if (term !== undefined) return `Fairness, ${(await termById(manager, term)).name}`;
  const until = all.slice(all.indexOf(academicYear)).slice(0, years);
  const first = until.at(-1) ?? academicYear;
  return first === academicYear
    ? `Fairness, ${yearInWords(academicYear)}`
    : `Fairness, ${first.slice(0, 4)} to ${yearInWords(academicYear).slice(-4)}`;
}

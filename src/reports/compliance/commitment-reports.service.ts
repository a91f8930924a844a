import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { LeadsAlone } from '../../allocations/alone/leads-alone.service.js';
import { type CivilDate } from '../../calendar/civil-date.js';
import { dateInWords } from '../../calendar/words.js';
import { counted } from '../../allocations/summary/phrases.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { reviewerByCode } from '../../reviewers/register.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { commitmentsFile } from './commitments-file.js';
import {
  type CountedLead,
  countedLeads,
  rowOf,
  summaryOf,
  weeksLeft,
  weeksLeftOf,
} from './commitments-report.js';
import type {
  BehindQuery,
  CommitmentsQuery,
  CommitmentsReport,
  LeadCommitmentReport,
  LeadReportQuery,
  ReviewsBehind,
} from './commitments.schema.js';
import { type Moment, ReportMoments, yearInWords, yearOfDay } from '../moment.js';
import { letterTo } from './letter.js';
import { loadYear } from './load-year.js';
import {
  asAtInWords,
  causesInSentence,
  headlineOf,
  limitsInWords,
  reachInWords,
} from './report-words.js';
import { type OnDay, reviewsBehind, reviewsChanged, seatsOfYear } from './seats-behind.js';
import { type YearFacts } from './year-facts.js';

/** Reports of commitments: read, never solved, so that they answer at once. */
@Injectable()
export class CommitmentReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly clock: Clock,
    private readonly author: Author,
    private readonly leadsAlone: LeadsAlone,
  ) {}

  /** @throws Refusal when there is no such year, or no year at all */
  report(query: CommitmentsQuery): Promise<CommitmentsReport> {
    return this.moments.reading(query, async (manager, moment) => {
      const year = await loadYear(manager, moment.academicYear, moment);
      const shown = await countedLeads(year, moment.asAt, query);
      const before = await this.earlier(manager, query, moment, shown);
      const rows = shown.map((lead) => rowOf(lead, before?.of(lead.facts.lead)));
      const summary = summaryOf(shown);
      const causes = causesInSentence(summary.causes);
      return {
        ...headOf(year, moment),
        title: `Commitments, ${yearInWords(moment.academicYear)}`,
        regions: [...new Set(year.leads.map(({ region }) => region))].sort(),
        ...headlineOf(rows),
        causesHeadline: causes.headline,
        causesWords: causes.words,
        summary,
        rows,
        before: before?.view(summary) ?? null,
      };
    });
  }

  /** @throws Refusal when there is no such person or year */
  lead(code: string, query: LeadReportQuery): Promise<LeadCommitmentReport> {
    return this.moments.reading(query, async (manager, moment) => {
      const year = await loadYear(manager, moment.academicYear, moment, code);
      const [lead] = await countedLeads(year, moment.asAt);
      if (lead === undefined) {
        await reviewerByCode(manager, code);
        throw new Refusal('NOT_FOUND', `There is no Lead Reviewer ${code}.`);
      }
      const row = rowOf(lead);
      const head = headOf(year, moment);
      return {
        ...head,
        title: `${lead.facts.name}, ${yearInWords(moment.academicYear)}`,
        row,
        letter: letterTo(row, {
          inYear: head.weeksLeft,
          inContract: weeksLeftOf(lead.facts, year, moment.asAt),
        }),
        seats: seatsOfYear(lead, { year, asAt: moment.asAt }),
      };
    });
  }

  /** The reviews behind one figure, of everybody shown or of one person, or behind its change since an earlier day. */
  behind({ figure, lead, compareWith, ...query }: BehindQuery): Promise<ReviewsBehind> {
    return this.moments.reading(query, async (manager, moment) => {
      const year = await loadYear(manager, moment.academicYear, moment, lead ?? null);
      const counts = await countedLeads(year, moment.asAt, query);
      if (compareWith === undefined) return reviewsBehind(counts, figure);
      const now = { asAt: moment.asAt, year, leads: counts };
      const then = await onDay(manager, { compareWith, lead }, moment, counts);
      return reviewsChanged(now, then, figure);
    });
  }

  async file(query: CommitmentsQuery): Promise<{ view: RegisterView; asAt: string }> {
    const report = await this.report(query);
    const whole =
      query.region === undefined && query.standing === undefined
        ? report
        : await this.report({ ...query, region: undefined, standing: undefined });
    const made = {
      author: this.author.name,
      madeAt: this.clock.now(),
      total: whole.rows.length,
    };
    return { view: commitmentsFile(report, query, made), asAt: report.asAt };
  }

  /** Looks again at what dates and rules permitted in each term of the year. */
  async refreshLimits(academicYear: string): Promise<void> {
    const terms = await this.moments.reading({ academicYear }, async (manager, moment) => {
      const year = await loadYear(manager, academicYear, moment);
      return year.terms.filter(({ isAsked }) => isAsked).map(({ id }) => id);
    });
    for (const term of terms) await this.leadsAlone.refresh(term);
  }

  private async earlier(
    manager: EntityManager,
    { compareWith }: CommitmentsQuery,
    moment: Moment,
    shown: readonly CountedLead[],
  ): Promise<{
    of: (lead: string) => CountedLead | undefined;
    view: (now: CommitmentsReport['summary']) => CommitmentsReport['before'];
  } | null> {
    if (compareWith === undefined) return null;
    const { year, leads } = await onDay(manager, { compareWith }, moment, shown);
    const byCode = new Map(leads.map((lead) => [lead.facts.lead, lead]));
    const summary = summaryOf(leads);
    return {
      of: (lead) => byCode.get(lead),
      view: (now) => ({
        asAt: compareWith,
        academicYear: year.id,
        summary,
        words: `On ${dateInWords(compareWith)} ${counted(summary.figures.led, 'review')} had been led and ${summary.figures.shortfall} were still to place; now it is ${now.figures.led} and ${now.figures.shortfall}.`,
      }),
    };
  }
}

/** The same people as now, whatever standing they had on the day compared with. */
async function onDay(
  manager: EntityManager,
  { compareWith, lead }: { compareWith: CivilDate; lead?: string | undefined },
  { knownAt, years }: Moment,
  shown: readonly CountedLead[],
): Promise<OnDay> {
  const academicYear = await yearOfDay(manager, compareWith, years);
  const year = await loadYear(manager, academicYear, { asAt: compareWith, knownAt }, lead ?? null);
  const codes = new Set(shown.map(({ facts }) => facts.lead));
  const leads = (await countedLeads(year, compareWith)).filter(({ facts }) =>
    codes.has(facts.lead),
  );
  return { asAt: compareWith, year, leads };
}

function headOf(
  year: YearFacts,
  { academicYear, years, asAt, knownAt, isNow }: Moment,
): Pick<
  CommitmentsReport,
  | 'academicYear'
  | 'years'
  | 'asAt'
  | 'asAtWords'
  | 'knownAt'
  | 'weeksLeft'
  | 'limits'
  | 'reachWords'
  | 'isStale'
> {
  const left = weeksLeft(year, asAt);
  return {
    academicYear,
    years,
    asAt,
    asAtWords: asAtInWords(asAt, year, left),
    knownAt,
    weeksLeft: left,
    limits: limitsInWords(year),
    reachWords: reachInWords(year),
    isStale: isNow && year.terms.some(({ isAsked, isFresh }) => isAsked && !isFresh),
  };
}

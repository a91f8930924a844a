import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { termById, termsOf } from '../../calendar/academic-years.js';
import { type Term } from '../../calendar/usable-windows.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { BalanceReports } from '../balance/balance-reports.service.js';
import { CommitmentReports } from '../compliance/commitment-reports.service.js';
import { CoverageReports } from '../coverage/coverage-reports.service.js';
import { FairnessReports } from '../fairness/fairness-reports.service.js';
import { FeeReports } from '../fees/fees.service.js';
import { ForecastReports } from '../forecast/forecast-reports.service.js';
import { GateReports } from '../gates/gates.service.js';
import { type Moment, ReportMoments, termOfDay } from '../moment.js';
import {
  commitmentsSection,
  coverageSection,
  fairnessSection,
  feesSection,
  gatesSection,
} from './counted-sections.js';
import { balanceSection, forecastSection } from './solved-sections.js';
import { type TermlyQuery, type TermlyReport, type TermlySection } from './termly.schema.js';

/** Every report of a term on two pages, all as at one day and as known at one instant. */
@Injectable()
export class TermlyReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly coverage: CoverageReports,
    private readonly commitments: CommitmentReports,
    private readonly forecast: ForecastReports,
    private readonly fairness: FairnessReports,
    private readonly balance: BalanceReports,
    private readonly fees: FeeReports,
    private readonly gates: GateReports,
  ) {}

  /** @throws Refusal where there is no such term, or none at all */
  async report(query: TermlyQuery): Promise<TermlyReport> {
    const { asAt, knownAt } = query;
    return this.moments.together({ asAt, knownAt }, async (manager, moment) =>
      this.ofTerm(await termOf(manager, query.term, moment.asAt), {
        query,
        moment,
        terms: await termsOf(manager),
      }),
    );
  }

  private async ofTerm(
    term: Term,
    { query, moment, terms }: { query: TermlyQuery; moment: Moment; terms: readonly Term[] },
  ): Promise<TermlyReport> {
    const { academicYear } = term;
    const { asAt, knownAt } = moment;
    // Links lead to the same moment, where one was asked for.
    const asked = {
      ...(query.asAt === undefined ? {} : { asAt }),
      ...(query.knownAt === undefined ? {} : { knownAt }),
    };
    const ofTerm = { academicYear, term: term.id };
    const coverage = await this.coverage.report({ ...ofTerm, by: 'REGION' });
    const commitments = await this.commitments.report({ academicYear });
    const fairness = await this.fairness.report({ ...ofTerm, years: 1 });
    const fees = await this.fees.report(ofTerm);
    const gates = await this.gates.report(ofTerm);
    const forecast = await this.forecast.report({ year: academicYear });
    const balance = await this.balance.report({ scope: term.id });
    const sections = [
      coverageSection(coverage),
      commitmentsSection(commitments),
      forecastSection(forecast),
      fairnessSection(fairness),
      balanceSection(balance),
      feesSection(fees, term.id),
      gatesSection(gates, term.id),
    ];
    return {
      term: term.id,
      academicYear,
      terms: terms.map(({ id, name }) => ({ id, name })),
      title: `${term.name}: termly report`,
      asAt,
      asAtWords: coverage.asAtWords,
      knownAt,
      summary: sections.map(({ sentence }) => sentence),
      sections: sections.map((section) => ({
        ...section,
        ...(countsNothing(section) ? { more: [], pictures: [] } : {}),
        search: { ...section.search, ...asked },
      })),
      synthetic: commitments.rows.some(({ synthetic }) => synthetic),
    };
  }
}

/** Its sentence says all there is: pictures of nothing, and what would be said beside them, are left out. */
function countsNothing({ pictures }: TermlySection): boolean {
  return pictures.every(({ rows }) =>
    rows.every(({ values }) => values.every((value) => value === 0)),
  );
}

async function termOf(manager: EntityManager, id: string | undefined, asAt: string): Promise<Term> {
  if (id !== undefined) return termById(manager, id);
  const term = termOfDay(await termsOf(manager), asAt);
  if (term === undefined) {
    throw new Refusal('NO_YEAR', 'No academic year is open yet. Open one first.', 409);
  }
  return term;
}

import { type CivilDate } from '../../calendar/civil-date.js';
import { isInContract } from '../../commitments/minimum.js';
import { inTurns } from '../../platform/turns.js';
import { type CommitmentRow, type Summary } from './commitments.schema.js';
import { type Cause, CAUSES } from './attribution.js';
import { figuresOf, summed } from './figures.js';
import { type LeadYear, leadYear, weeksOf } from './lead-year.js';
import { causeParts, minimumMark, standingsOf } from './report-words.js';
import { type Standing, STANDINGS } from './standing.js';
import { type LeadFacts, type YearFacts } from './year-facts.js';

/** A person's year, counted, with the facts it was counted from. */
export interface CountedLead {
  facts: LeadFacts;
  year: LeadYear;
}

export interface RowFilter {
  region?: string | undefined;
  standing?: Standing | undefined;
}

/** Everybody of the year as they stood on the day, those with the least good standing first, then by name. */
export async function countedLeads(
  year: YearFacts,
  asAt: CivilDate,
  { region, standing }: RowFilter = {},
): Promise<CountedLead[]> {
  const wanted = year.leads.filter((lead) => region === undefined || lead.region === region);
  const counted = await inTurns(wanted, (facts) => ({ facts, year: leadYear(facts, year, asAt) }));
  return counted
    .filter((lead) => standing === undefined || lead.year.standing === standing)
    .sort((a, b) => STANDINGS.indexOf(a.year.standing) - STANDINGS.indexOf(b.year.standing));
}

export function rowOf(
  { facts, year }: CountedLead,
  before: CountedLead | undefined = undefined,
): CommitmentRow {
  const causes = causeParts(year.causes).filter(({ reviews }) => reviews > 0);
  return {
    lead: facts.lead,
    name: facts.name,
    synthetic: facts.synthetic,
    region: facts.region,
    figures: figuresOf(year),
    minimumMark: minimumMark(year.minimum),
    minimumWords: year.minimum.reason,
    causes,
    causesInWords: causes.map(({ words }) => words).join(', '),
    best: year.best,
    standing: year.standing,
    before:
      before === undefined
        ? null
        : { figures: figuresOf(before.year), standing: before.year.standing },
  };
}

export function summaryOf(leads: readonly CountedLead[]): Summary {
  const total = (cause: Cause): number =>
    leads.reduce((sum, { year }) => sum + year.causes[cause], 0);
  return {
    leads: leads.length,
    figures: summed(leads.map(({ year }) => figuresOf(year))),
    standings: standingsOf(leads.map(({ year }) => year)),
    causes: causeParts(
      Object.fromEntries(CAUSES.map((cause) => [cause, total(cause)])) as Record<Cause, number>,
    ),
  };
}

/** School weeks that begin after the day. */
export function weeksLeft(year: YearFacts, asAt: CivilDate): number {
  return weeksAhead(year, asAt).length;
}

/** Those of them that somebody is contracted for. */
export function weeksLeftOf({ contracts }: LeadFacts, year: YearFacts, asAt: CivilDate): number {
  return weeksAhead(year, asAt).filter((week) => isInContract(contracts, week)).length;
}

function weeksAhead(year: YearFacts, asAt: CivilDate): CivilDate[] {
  return weeksOf(year).filter((week) => week > asAt);
}

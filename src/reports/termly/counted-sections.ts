import { counted, listed } from '../../allocations/summary/phrases.js';
import { type CommitmentsReport } from '../compliance/commitments.schema.js';
import { type Standing } from '../compliance/standing.js';
import { type CoverageReport } from '../coverage/coverage.schema.js';
import { type FairnessReport } from '../fairness/fairness.schema.js';
import { type FeesReport } from '../fees/fees.schema.js';
import { type GatesReport } from '../gates/gates.schema.js';
import { type Picture, type TermlySection } from './termly.schema.js';

/** Sections of what is counted from the records: each takes its report as it is and draws it. */

export function coverageSection(report: CoverageReport): TermlySection {
  return {
    key: 'coverage',
    title: 'Coverage',
    sentence: report.headline,
    more: [...report.drafts, report.left.words, report.notice.words, report.changes.words],
    path: '/reports/coverage',
    search: searchOf({ term: report.term }),
    pictures: [
      {
        title: 'Reviews by region',
        unit: 'REVIEWS',
        parts: [
          { name: 'Done', tone: 'DONE' },
          { name: 'Accepted', tone: 'BOOKED' },
          { name: 'Offered', tone: 'WAITING' },
          { name: 'Placed, not offered', tone: 'PLANNED' },
          { name: 'Without a lead', tone: 'MISSING' },
          { name: 'Postponed or cancelled', tone: 'NEUTRAL' },
        ],
        rows: report.groups.map(({ name, figures }) => ({
          name,
          values: [
            figures.done,
            figures.accepted - figures.done,
            figures.published - figures.accepted,
            figures.covered - figures.published,
            figures.notCovered,
            figures.postponed + figures.cancelled,
          ],
        })),
      },
    ],
  };
}

const STANDING_TONES: Readonly<Record<Standing, Picture['parts'][number]['tone']>> = {
  EXCEEDED: 'DONE',
  MET: 'BOOKED',
  ON_TRACK: 'WAITING',
  AT_RISK: 'PLANNED',
  BEHIND: 'MISSING',
};

export function commitmentsSection(report: CommitmentsReport): TermlySection {
  const { standings, causes, figures } = report.summary;
  const shown = causes.filter(({ reviews }) => reviews > 0).sort((a, b) => b.reviews - a.reviews);
  return {
    key: 'commitments',
    title: 'Commitments',
    sentence:
      report.rows.length === 0
        ? report.headline
        : `${counted(figures.shortfall, 'review')} ${figures.shortfall === 1 ? 'is' : 'are'} still to place to meet everybody’s minimum${shown.length === 0 ? '' : `: ${listed(shown.map(({ words }) => words))}`}.`,
    more: [report.causesWords],
    path: '/reports/commitments',
    search: {},
    pictures: [
      singleBar(
        'People by standing',
        'PEOPLE',
        standings.map(({ standing, name, leads }) => ({
          name,
          value: leads,
          tone: STANDING_TONES[standing],
        })),
      ),
      {
        title: 'Reviews still to place, by cause',
        unit: 'REVIEWS',
        parts: [{ name: 'Still to place', tone: 'NEUTRAL' }],
        rows: shown.map(({ name, reviews }) => ({ name, values: [reviews] })),
      },
    ],
  };
}

export function fairnessSection(report: FairnessReport): TermlySection {
  const regions = report.regions.map(({ name }) => name);
  return {
    key: 'fairness',
    title: 'Fairness',
    sentence: report.headline,
    more: [report.travelWords, report.awkwardWords],
    path: '/reports/fairness',
    search: searchOf({ term: report.term }),
    pictures:
      report.number === null
        ? []
        : [
            {
              title: 'People by home region and load against their share',
              unit: 'PEOPLE',
              parts: [
                { name: 'More than one review below', tone: 'PLANNED' },
                { name: 'Within one review', tone: 'BOOKED' },
                { name: 'More than one review above', tone: 'WAITING' },
              ],
              rows: regions.map((region) => {
                const people = report.people.filter((each) => each.region === region);
                const within = people.filter(({ side }) => side === 'WITHIN').length;
                const above = people.filter(
                  ({ side, difference }) => side !== 'WITHIN' && difference > 0,
                ).length;
                return { name: region, values: [people.length - within - above, within, above] };
              }),
            },
          ],
  };
}

export function feesSection(report: FeesReport, term: string): TermlySection {
  return {
    key: 'fees',
    title: 'Fees and costs',
    sentence: report.headline,
    more: [
      ...(report.isInvented ? ['The fees are invented, for demonstration.'] : []),
      ...(report.mismatches.length > 0
        ? [`${report.mismatches.length} mismatches with what was paid or recorded need a look.`]
        : []),
    ],
    path: '/reports/fees',
    search: { term },
    pictures: [
      {
        title: 'Cost by region',
        unit: 'PENCE',
        parts: [
          { name: 'Done', tone: 'DONE' },
          { name: 'Accepted', tone: 'BOOKED' },
          { name: 'Offered', tone: 'WAITING' },
          { name: 'Planned', tone: 'PLANNED' },
        ],
        rows: report.byRegion.map(({ name, amounts: { DONE, ACCEPTED, OFFERED, PLANNED } }) => ({
          name,
          values: [DONE, ACCEPTED, OFFERED, PLANNED].map(({ pence }) => pence),
        })),
      },
    ],
  };
}

export function gatesSection(report: GatesReport, term: string): TermlySection {
  return {
    key: 'gates',
    title: 'Contracts and checks',
    sentence: report.headline,
    more: [report.dueWords],
    path: '/reports/gates',
    search: { term },
    pictures: [
      {
        title: 'People by what runs out, is missing or is due',
        unit: 'PEOPLE',
        parts: [{ name: 'People', tone: 'MISSING' }],
        rows: report.kinds.map(({ name, people }) => ({ name, values: [people] })),
      },
    ],
  };
}

/** One bar whose parts are groups that add up. */
export function singleBar(
  title: string,
  unit: Picture['unit'],
  parts: readonly { name: string; value: number; tone: Picture['parts'][number]['tone'] }[],
): Picture {
  return {
    title,
    unit,
    parts: parts.map(({ name, tone }) => ({ name, tone })),
    rows: [{ name: 'All', values: parts.map(({ value }) => value) }],
  };
}

function searchOf({ term }: { term: string | null }): Record<string, string> {
  return term === null ? {} : { term };
}

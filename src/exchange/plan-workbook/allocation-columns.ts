import { type AllocationRow, type ReviewFacts } from '../../allocations/tables/allocation-rows.js';
import { dateOrNothing, LOOKS } from './cells.js';
import { type ListColumn } from './list-sheet.js';

/** What a list needs to know of the whole plan to choose its columns. */
export interface ListOf {
  /** A bare problem file names no schools. */
  withSchools: boolean;
  /** Needs that were made up say so wherever they are shown. */
  needsInvented: boolean;
}

/** The review and its school, as every list of reviews begins. */
export function schoolColumns({ withSchools, needsInvented }: ListOf): ListColumn<ReviewFacts>[] {
  const named: ListColumn<ReviewFacts>[] = [
    { heading: 'School', width: 42, value: ({ school }) => school, look: () => LOOKS.strong },
    { heading: 'Town', width: 16, value: ({ town }) => town },
  ];
  return [
    ...(withSchools ? named : []),
    { heading: 'Region', width: 18, value: ({ region }) => region },
    { heading: 'Phase', width: 13, value: ({ phase }) => phase },
    {
      heading: needsInvented ? 'Needs (invented)' : 'Needs',
      width: 13,
      value: ({ needs }) => needs.join(', ') || null,
    },
  ];
}

/** References by which the plan is found again in the service, last because nobody reads them. */
export const referenceColumns: ListColumn<ReviewFacts>[] = [
  { heading: 'Priority', width: 10, value: ({ priority }) => priority, look: () => LOOKS.centred },
  { heading: 'Review', width: 15, value: ({ review }) => review },
  { heading: 'URN', width: 9, value: ({ urn }) => urn },
];

/** The allocation in order of time; also the columns of the CSV file. */
export function allocationColumns(list: ListOf): ListColumn<AllocationRow>[] {
  return [
    { heading: 'Week beginning', width: 16, value: ({ week }) => dateOrNothing(week) },
    { heading: 'First day', width: 16, value: ({ firstDay }) => dateOrNothing(firstDay) },
    { heading: 'Last day', width: 16, value: ({ lastDay }) => dateOrNothing(lastDay) },
    ...schoolColumns(list),
    {
      heading: 'Lead',
      width: 22,
      value: ({ lead }) => lead ?? 'No lead',
      look: ({ lead }) => (lead === null ? LOOKS.missing : LOOKS.strong),
    },
    { heading: 'Miles (one way)', width: 9, value: ({ miles }) => miles },
    {
      heading: 'Night away',
      width: 8,
      value: ({ overnight }) => (overnight === null ? null : overnight ? 'Yes' : 'No'),
      look: () => LOOKS.centred,
    },
    { heading: 'Quality assurer', width: 22, value: ({ qualityAssurer }) => qualityAssurer },
    { heading: 'Shadow', width: 22, value: ({ shadow }) => shadow },
    { heading: 'Days suit the school', width: 12, value: ({ schoolsDays }) => schoolsDays },
    { heading: 'Days suit the lead', width: 12, value: ({ leadsDays }) => leadsDays },
    ...referenceColumns,
  ];
}

import { dateInWords, minuteInWords } from '../../calendar/words.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { column } from '../../registers/register-column.js';
import { CUT_NAMES } from './coverage-words.js';
import type { CoverageQuery, CoverageReport, LeftSchools } from './coverage.schema.js';

const number = { kind: 'NUMBER' } as const;
type Made = Pick<RegisterView, 'author' | 'madeAt'>;
type Chosen = Pick<CoverageQuery, 'region' | 'phase'>;

/** The groups as a table to download, with the total as its last row. */
export function groupsFile(report: CoverageReport, query: Chosen, made: Made): RegisterView {
  const rows = [
    ...report.groups.map(({ name, members, figures }) => ({ name, members, ...figures })),
    { name: 'All', members: report.members, ...report.total },
  ];
  return {
    title: report.title,
    columns: [
      column('name', CUT_NAMES[report.by].name, { width: 34 }),
      column('members', 'Member schools', number),
      column('due', 'Due', number),
      column('covered', 'Covered', number),
      column('published', 'Published', number),
      column('accepted', 'Accepted', number),
      column('done', 'Done', number),
      column('notCovered', 'Without a lead', number),
      column('postponed', 'Postponed', number),
      column('cancelled', 'Cancelled', number),
    ],
    rows,
    total: rows.length,
    noun: `rows, the last for all ${CUT_NAMES[report.by].noun} together`,
    chosenBy: chosenBy(report, query),
    notes: notesOf(report),
    ...made,
  };
}

/** The schools without anybody to lead a review as a table to download. */
export function schoolsFile(
  report: CoverageReport,
  rows: LeftSchools['items'],
  query: Chosen,
  made: Made,
): RegisterView {
  return {
    // A sheet is named by it: at most 31 characters.
    title: report.title.replace('Coverage', 'Without a lead'),
    columns: [
      column('school', 'School', { width: 40 }),
      column('urn', 'URN', { width: 10 }),
      column('region', 'Region'),
      column('phase', 'Phase', { width: 20 }),
      column('review', 'Review', { width: 16 }),
      column('term', 'Term', { width: 16 }),
      column('reasonWords', 'Why', { width: 70 }),
    ],
    rows,
    total: report.members,
    noun: 'member schools',
    chosenBy: chosenBy(report, query),
    notes: notesOf(report),
    ...made,
  };
}

/** The changes after publication as a table to download, with the total as its last row. */
export function changesFile(report: CoverageReport, query: Chosen, made: Made): RegisterView {
  const { kinds, causes, total, words } = report.changes;
  const all = { name: 'All', changes: total, kinds };
  const rows = [...causes, all].map(({ name, changes, kinds: cells }) => ({
    name,
    ...Object.fromEntries(cells.map((cell) => [cell.kind, cell.changes])),
    changes,
  }));
  return {
    title: report.title.replace('Coverage', 'Changes'),
    columns: [
      column('name', 'Caused by', { width: 24 }),
      ...kinds.map(({ kind, name }) => column(kind, name, number)),
      column('changes', 'All', number),
    ],
    rows,
    total: rows.length,
    noun: 'rows, the last for all together',
    chosenBy: chosenBy(report, query),
    notes: [words, report.publishingWords],
    ...made,
  };
}

function chosenBy(report: CoverageReport, { region, phase }: Chosen): string[] {
  const known = minuteInWords(new Date(report.knownAt));
  return [
    `As at ${dateInWords(report.asAt)}, as on record on ${known}`,
    `Term: ${report.terms.find(({ key }) => key === report.term)?.name ?? 'all of the year'}`,
    `Region: ${region ?? 'all'}`,
    `Phase: ${report.phases.find(({ key }) => key === phase)?.name ?? 'all'}`,
  ];
}

function notesOf({ publishingWords, groupsWords, needsInvented }: CoverageReport): string[] {
  return [
    publishingWords,
    ...(groupsWords === null ? [] : [groupsWords]),
    ...(needsInvented
      ? ['The needs of some of these schools are invented, for demonstration']
      : []),
  ];
}

import { dateInWords } from '../../calendar/words.js';
import { type FileRow, type RegisterView } from '../../registers/files/register-file.js';
import { column, type RegisterColumn } from '../../registers/register-column.js';
import {
  type ChangedPerson,
  type ChangedReview,
  type FileQuery,
  type Scenario,
  type WhatIfResult,
} from './what-if.schema.js';

const NUMBER = { kind: 'NUMBER' } as const;

const REVIEWS: readonly RegisterColumn[] = [
  column('school', 'School', { width: 40 }),
  column('urn', 'URN'),
  column('review', 'Review'),
  column('region', 'Region'),
  column('change', 'What changes', { width: 34 }),
  column('before', 'Without the changes', { width: 60 }),
  column('after', 'With the changes', { width: 60 }),
];

const PEOPLE: readonly RegisterColumn[] = [
  column('name', 'Lead Reviewer', { width: 30 }),
  column('change', 'What changes', { width: 26 }),
  column('targetBefore', 'Wanted without', NUMBER),
  column('targetAfter', 'Wanted with', NUMBER),
  column('ledBefore', 'Leads without', NUMBER),
  column('ledAfter', 'Leads with', NUMBER),
  column('shortBefore', 'Short without', NUMBER),
  column('shortAfter', 'Short with', NUMBER),
  column('moves', 'Moves'),
  column('words', 'In words', { width: 60 }),
];

const REVIEW_WORDS: Readonly<Record<ChangedReview['change'], string>> = {
  LOST: 'Would lose the Lead Reviewer',
  GAINED: 'Would get a Lead Reviewer',
  MOVED: 'Another date or person',
};

export const PERSON_WORDS: Readonly<Record<ChangedPerson['change'], string>> = {
  FALLS_SHORT: 'Falls short',
  FARTHER: 'Further short',
  NEARER: 'Less short',
  REACHES: 'No longer short',
  LEAVES: 'Leaves',
  JOINS: 'Joins',
  MOVES: 'Other dates or schools',
  SAME: 'As before',
};

/** One table of a scenario's result as a file shows it, with what was asked and when it was computed. */
export function whatIfFile(
  scenario: Scenario,
  result: WhatIfResult,
  table: FileQuery['table'],
  made: Pick<RegisterView, 'author' | 'madeAt'>,
): RegisterView {
  const rows: FileRow[] =
    table === 'reviews'
      ? result.reviews.map((row) => ({ ...row, change: REVIEW_WORDS[row.change] }))
      : result.people.map((row) => ({
          ...row,
          change: PERSON_WORDS[row.change],
          moves: row.moves ? 'Yes' : 'No',
        }));
  return {
    // Also the name of a sheet, which holds few letters and no colon.
    title: table === 'reviews' ? 'What if, reviews' : 'What if, people',
    noun:
      table === 'reviews'
        ? 'reviews whose Lead Reviewer or date would change'
        : 'people who would fare otherwise, or are short',
    columns: table === 'reviews' ? REVIEWS : PEOPLE,
    rows,
    total: rows.length,
    chosenBy: [scenario.name, result.when, ...result.changeWords],
    notes: [
      `As at ${dateInWords(result.asAt)}; computed ${result.computed}`,
      result.sentence,
      ...result.gaps,
      ...result.more,
      ...(result.isOfOtherChanges ? ['The what-if was changed since it was computed.'] : []),
      ...(result.isStale ? ['Facts have changed since it was computed.'] : []),
    ],
    ...made,
  };
}

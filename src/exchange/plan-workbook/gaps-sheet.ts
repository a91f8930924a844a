import { type GapRow } from '../../allocations/tables/plan-tables.js';
import { type ListOf, referenceColumns, schoolColumns } from './allocation-columns.js';
import { LOOKS } from './cells.js';
import { listSheet } from './list-sheet.js';
import { type PrintedSheet } from './sheet-features.js';

/** Reviews without a lead, each with what keeps everybody away and what would change that. */
export function gapsSheet(gaps: readonly GapRow[], list: ListOf): PrintedSheet {
  return listSheet(
    'Without a lead',
    [
      ...schoolColumns(list),
      {
        heading: 'Days the school accepts',
        width: 42,
        value: ({ windows }) => windows.join('\n') || 'None that can be used',
      },
      { heading: 'What keeps everybody away', width: 62, value: whyInLines },
      {
        heading: 'What would cover it',
        width: 46,
        value: ({ why }) => why.remedy.join(' ') || null,
        look: ({ why }) => (why.isMendable ? LOOKS.strong : LOOKS.body),
      },
      ...referenceColumns,
    ],
    gaps,
  );
}

function whyInLines({ why: { closed, leads, keptAway } }: GapRow): string {
  const counts = keptAway.map(({ people, words }) => `${people} ${words}`);
  const heading = counts.length === 0 ? [] : [`Of ${leads} people who may lead:`];
  return [...closed, ...heading, ...counts].join('\n');
}

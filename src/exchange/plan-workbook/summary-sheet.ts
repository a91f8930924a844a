import { type CellObject } from 'write-excel-file/node';
import { type PlanTables } from '../../allocations/tables/plan-tables.js';
import { standingInWords } from '../../allocations/tables/standing-words.js';
import { cell, type Look, LOOKS, rowHeight, type Value } from './cells.js';
import { type PrintedSheet } from './sheet-features.js';

type Cells = CellObject[];

/** More than a row needs, in points. */
const AIR = 3;

/** Two blocks stand side by side with an empty column between; widths in characters. */
const LEFT = [60, 10, 15, 10];
const BETWEEN = 4;
const RIGHT = [46, 12, 12];
const ALL = [...LEFT, BETWEEN, ...RIGHT];

/** Not every program gives an empty row a height. */
const SPACE: Cells = [{ height: 14 }];

/** The plan on one page: what it comes to, where it falls short, and what is proven. */
export function summarySheet(tables: PlanTables): PrintedSheet {
  return {
    sheet: 'Summary',
    data: [
      [cell(`${tables.name}: the allocation`, { ...LOOKS.title, height: 28 })],
      ...standingInWords(tables).map((text) => [across(text)]),
      SPACE,
      ...figures(tables),
      SPACE,
      ...sideBySide(
        [regions(tables), travel(tables), aims(tables)],
        [commitment(tables), shortOfTarget(tables), balance(tables), induction(tables)],
      ),
      ...notes(tables),
    ],
    columns: ALL.map((width) => ({ width })),
    showGridLines: false,
  };
}

function across(text: string): CellObject {
  return { ...cell(text, LOOKS.quiet), columnSpan: ALL.length, height: 16 };
}

function figures({ summary: { coverage, commitment }, gaps, followUp }: PlanTables): Cells[] {
  const shown: [string, string][] = [
    [`${coverage.covered} of ${coverage.reviews}`, 'reviews have a lead'],
    [String(gaps.length), 'without a lead'],
    [`${commitment.reachTarget} of ${commitment.people}`, 'people reach their target for the term'],
    [String(followUp.length), 'to follow up'],
  ];
  // Under the first and third column of the left block, and the first two of the right one.
  const places = [0, 2, 5, 6];
  const row = (part: 0 | 1, look: Look): Cells =>
    ALL.map((_, column) => {
      const figure = shown[places.indexOf(column)];
      return figure ? cell(figure[part], look) : {};
    });
  return [row(0, { ...LOOKS.figure, height: 30 }), row(1, { ...LOOKS.quiet, height: 18 })];
}

function regions(tables: PlanTables): Cells[] {
  return table(
    ['Coverage by region', 'Reviews', 'With a lead', 'Without'],
    tables.regions.map(({ region, isPriority, covered, reviews }) => [
      isPriority ? `${region} (priority region)` : region,
      reviews,
      covered,
      reviews - covered,
    ]),
  );
}

function aims(tables: PlanTables): Cells[] {
  return table(
    ['Aims, each outranking all that follow', 'Value', 'Best possible', 'Proven'],
    tables.aims.map(({ aim, value, bound, proven }) => [aim, value, bound, proven ? 'Yes' : 'No']),
  ).map((row) => row.map((each, column) => (column === 3 ? { ...each, align: 'right' } : each)));
}

function commitment({ summary: { commitment: found } }: PlanTables): Cells[] {
  return table(
    ['Commitment', 'People', 'Reviews'],
    [
      ['May lead this term', found.people, null],
      ['Reach their target for the term', found.reachTarget, null],
      ['Will have met the year’s minimum by its end', found.metMinimum, null],
      ['Asked for by the year’s minimums', null, found.yearMinimum],
      ['Led in earlier terms', null, found.ledBefore],
      ['Led in this plan', null, found.ledNow],
      ['Left to place after it', null, found.leftAfter],
    ],
  );
}

function shortOfTarget({ summary: { commitment: found }, names }: PlanTables): Cells[] {
  if (found.short.length === 0) return [];
  return table(
    ['Short of their target for the term', 'Lead', 'Target'],
    found.short.map(({ person, led, target }) => [names.person(person), led, target]),
  );
}

function balance({ summary: { balance: found } }: PlanTables): Cells[] {
  return table(
    ['Balance: reviews led this term', 'People', ''],
    found.peopleByReviewsLed.map((people, led) => [
      led === 0 ? 'None' : `${led} ${led === 1 ? 'review' : 'reviews'}`,
      people,
      null,
    ]),
  );
}

function travel({ summary: { travel: found }, names }: PlanTables): Cells[] {
  const { longest } = found;
  const where = longest
    ? `Longest: ${names.person(longest.person)} to ${names.school(longest.review)}`
    : 'Longest';
  return table(
    ['Travel by road from the lead’s home, one way', 'Miles', 'Reviews', ''],
    [
      ['All together', found.miles, null, null],
      ['Median', found.medianMiles, null, null],
      [where, longest?.miles ?? null, null, null],
      ['Need a night away', null, found.overnight, null],
    ],
  );
}

function induction({ summary: { seats } }: PlanTables): Cells[] {
  return table(
    ['Induction', 'People', 'Reviews'],
    [
      ['New leads who lead', seats.newLeads, null],
      ['With a quality assurer', null, seats.qualityAssurers],
      ['Shadow a review', seats.shadows, null],
      ['Still wait to shadow one', seats.shadowsWaiting, null],
    ],
  );
}

function notes({ notes: all }: PlanTables): Cells[] {
  if (all.length === 0) return [];
  return [SPACE, [cell('Good to know', LOOKS.section)], ...all.map((note) => [across(note)])];
}

function table(headings: readonly string[], rows: readonly (readonly Value[])[]): Cells[] {
  return [
    headings.map((heading, index) =>
      cell(
        heading,
        index === 0 ? LOOKS.section : { ...LOOKS.section, fontSize: 10, align: 'right' },
      ),
    ),
    ...rows.map((row) =>
      row.map((value) => cell(value, { ...LOOKS.body, alignVertical: 'center' })),
    ),
  ];
}

/** Tables one below the other on the left, others on the right. */
function sideBySide(left: readonly Cells[][], right: readonly Cells[][]): Cells[] {
  const [one, other] = [stacked(left), stacked(right)];
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => {
    const row = [
      ...padded(one[index] ?? [], LEFT.length),
      {},
      ...padded(other[index] ?? [], RIGHT.length),
    ];
    const texts = row.map(({ value }) => (typeof value === 'string' ? value : null));
    return row.map((each) => ({ ...each, height: rowHeight(texts, ALL) + AIR }));
  });
}

function stacked(tables: readonly Cells[][]): Cells[] {
  const shown = tables.filter((rows) => rows.length > 0);
  return shown.flatMap((rows, index) => (index === 0 ? rows : [[], ...rows]));
}

function padded(cells: Cells, length: number): Cells {
  return Array.from({ length }, (_, index) => cells[index] ?? {});
}

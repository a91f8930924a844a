import type { Board, BoardChip, BoardPerson } from '../../api/board';

/** The board as rows and columns, and how keys move over it. Nothing here knows the page. */

/** A row of the grid below its head. */
export type GridRow =
  | { readonly kind: 'TRAY'; readonly key: string; readonly level: number }
  | { readonly kind: 'REGION'; readonly key: string; readonly group: Board['groups'][number] }
  | { readonly kind: 'PERSON'; readonly key: string; readonly person: BoardPerson };

/** Windows are columns 0 and on; before them stands the row's head. */
export const HEAD = -1;

export interface Place {
  /** Key of a row. */
  readonly row: string;
  /** Number of a window, or `HEAD`. */
  readonly column: number;
}

/** What is shown of a board: only these rows, and chips that matter stand out. */
export interface Filter {
  readonly text: string;
  readonly regions: readonly string[];
  readonly needs: readonly string[];
}

export const noFilter: Filter = { text: '', regions: [], needs: [] };

/** Rows of reviews without a lead stand on each other where several would best be in one week. */
export function trayLevels(chips: readonly BoardChip[]): Map<string, number> {
  const levels = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const chip of chips) {
    if (chip.lead !== null || chip.week === null) continue;
    const level = taken.get(chip.week) ?? 0;
    taken.set(chip.week, level + 1);
    levels.set(chip.review, level);
  }
  return levels;
}

export function trayKey(level: number): string {
  return `tray ${level}`;
}

/** The rows that are shown, from top to bottom. */
export function gridRows(
  board: Board,
  filter: Filter,
  folded: ReadonlySet<string>,
  isTrayOpen: boolean,
): GridRow[] {
  const people = new Map(board.people.map((person) => [person.person, person]));
  const seats = chipsByPerson(board.chips);
  const levels = isTrayOpen ? 1 + Math.max(0, ...trayLevels(board.chips).values()) : 1;
  const groups = board.groups.flatMap((group): GridRow[] => {
    if (filter.regions.length > 0 && !filter.regions.includes(group.region)) return [];
    const rows = group.people.flatMap((reference): GridRow[] => {
      const person = people.get(reference);
      return person && isShown(person, seats.get(reference) ?? [], filter)
        ? [{ kind: 'PERSON', key: reference, person }]
        : [];
    });
    if (rows.length === 0) return [];
    const head: GridRow = { kind: 'REGION', key: `region ${group.region}`, group };
    return folded.has(group.region) ? [head] : [head, ...rows];
  });
  const tray = Array.from({ length: levels }, (_, level): GridRow => ({
    kind: 'TRAY',
    key: trayKey(level),
    level,
  }));
  return [...tray, ...groups];
}

function isShown(
  person: BoardPerson,
  chips: readonly BoardChip[],
  { text, needs }: Filter,
): boolean {
  const found = text.trim().toLocaleLowerCase('en-GB');
  const names = [person.name, person.home ?? '', ...chips.map(({ school }) => school)];
  const matches = names.some((name) => name.toLocaleLowerCase('en-GB').includes(found));
  return matches && (needs.length === 0 || chips.some((chip) => needs.includes(chip.tag)));
}

/** Everybody's chips: those that they lead, assure or shadow. */
export function chipsByPerson(chips: readonly BoardChip[]): Map<string, BoardChip[]> {
  const by = new Map<string, BoardChip[]>();
  for (const chip of chips) {
    for (const person of [chip.lead, chip.qualityAssurer, chip.shadow]) {
      if (person === null) continue;
      const known = by.get(person);
      if (known) known.push(chip);
      else by.set(person, [chip]);
    }
  }
  return by;
}

/** The number of a window among all of the board. */
export function columnOf(board: Pick<Board, 'weeks'>, week: string | null, window: string | null) {
  const at = board.weeks.findIndex((each) => each.week === week);
  return at < 0 ? 0 : at * 2 + (window === 'WED_FRI' ? 1 : 0);
}

/** Where a review is on the board; undefined: it has no place there, or its row is not shown. */
export function placeOf(board: Board, rows: readonly GridRow[], review: string): Place | undefined {
  const chip = board.chips.find((each) => each.review === review);
  if (!chip) return undefined;
  const row = chip.lead ?? trayKey(trayLevels(board.chips).get(review) ?? 0);
  const isThere = rows.some(({ key }) => key === row);
  return isThere ? { row, column: columnOf(board, chip.week, chip.window) } : undefined;
}

export type Key =
  'Up' | 'Down' | 'Left' | 'Right' | 'Home' | 'End' | 'Start' | 'Last' | 'PageUp' | 'PageDown';

/** Where a key leads; the same place where there is nothing further. */
export function moved(place: Place, key: Key, rows: readonly GridRow[], columns: number): Place {
  const last = columns - 1;
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === place.row),
  );
  switch (key) {
    case 'Left':
      return { ...place, column: Math.max(HEAD, place.column - 1) };
    case 'Right':
      return { ...place, column: Math.min(last, place.column + 1) };
    case 'Home':
      return { ...place, column: 0 };
    case 'End':
      return { ...place, column: last };
    case 'Up':
      return rowFrom(rows, at, -1, place);
    case 'Down':
      return rowFrom(rows, at, 1, place);
    case 'Start':
      return { row: rows[0]?.key ?? place.row, column: 0 };
    case 'Last':
      return { row: rows.at(-1)?.key ?? place.row, column: last };
    case 'PageUp':
    case 'PageDown':
      return regionFrom(rows, at, key === 'PageUp' ? -1 : 1, place);
  }
}

/** Regions are rows only for whoever walks along the heads, where they can be folded. */
function rowFrom(rows: readonly GridRow[], at: number, step: 1 | -1, place: Place): Place {
  for (let next = at + step; next >= 0 && next < rows.length; next += step) {
    const row = rows[next];
    if (row && (row.kind !== 'REGION' || place.column === HEAD)) return { ...place, row: row.key };
  }
  return place;
}

/** The first row of the region before or after. */
function regionFrom(rows: readonly GridRow[], at: number, step: 1 | -1, place: Place): Place {
  const firsts = rows.flatMap((row, index) =>
    row.kind !== 'REGION' && (index === 0 || rows[index - 1]?.kind === 'REGION') ? [index] : [],
  );
  const next =
    step === 1 ? firsts.find((index) => index > at) : firsts.findLast((index) => index < at);
  const row = next === undefined ? undefined : rows[next];
  return row ? { ...place, row: row.key } : place;
}

/** Reviews that need somebody, in the order of the board: without a lead, in a broken rule, or with a warning. */
export function problems(board: Board): string[] {
  const broken = new Set(board.breaches.flatMap(({ reviews }) => reviews));
  return board.chips
    .filter(
      ({ lead, review, warnings, week }) =>
        (lead === null && week !== null) || broken.has(review) || warnings.length > 0,
    )
    .toSorted((a, b) => ((a.week ?? '') < (b.week ?? '') ? -1 : 1))
    .map(({ review }) => review);
}

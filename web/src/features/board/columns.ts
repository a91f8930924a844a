import type { BoardWeek, Carry, CarriedPlace } from '../../api/board';

/** A window as a column of the grid. */
export interface Column {
  readonly week: string;
  readonly window: 'MON_WED' | 'WED_FRI';
  readonly days: string;
  readonly closed: string | null;
  /** What lies before its week, such as the half-term. */
  readonly gapBefore: string | null;
}

export function columnsOf(weeks: readonly BoardWeek[]): Column[] {
  return weeks.flatMap(({ week, windows, gapBefore }) =>
    windows.map(({ window, days, closed }, index) => ({
      week,
      window,
      days,
      closed,
      gapBefore: index === 0 ? gapBefore : null,
    })),
  );
}

/** Tracks of the grid: the heads, then two for each week, with a narrow one for a break. */
export function gridTemplate(weeks: readonly BoardWeek[]): string {
  const tracks = weeks.map(
    ({ gapBefore }) => `${gapBefore === null ? '' : '18px '}repeat(2, minmax(25px, 1fr))`,
  );
  return ['var(--who)', ...tracks].join(' ');
}

/** As narrow as the grid can be, in CSS pixels, before it scrolls sideways. */
export function leastWidth(weeks: readonly BoardWeek[]): number {
  const gaps = weeks.filter(({ gapBefore }) => gapBefore !== null).length;
  return 198 + weeks.length * 2 * 25 + gaps * 18;
}

/** What a carried review would cost one person, by column; or why they cannot have it at all. */
export interface Prices {
  readonly refusal: string | null;
  readonly places: ReadonlyMap<number, CarriedPlace>;
  /** The windows that the school accepts, the same for everybody. */
  readonly accepted: ReadonlySet<number>;
}

export function pricesByPerson(
  carry: Carry,
  columns: readonly Column[],
): ReadonlyMap<string, Prices> {
  const numbers = new Map(columns.map(({ week, window }, index) => [`${week} ${window}`, index]));
  const accepted = new Set(
    carry.windows.flatMap(({ week, window, grade }) => {
      const column = numbers.get(`${week} ${window}`);
      return grade === null || column === undefined ? [] : [column];
    }),
  );
  return new Map(
    carry.people.map(({ person, refusal, places }) => [
      person,
      {
        refusal: refusal?.words ?? null,
        accepted,
        places: new Map(
          places.flatMap((place) => {
            const column = numbers.get(`${place.week} ${place.window}`);
            return column === undefined ? [] : [[column, place] as const];
          }),
        ),
      },
    ]),
  );
}

export type Verdict =
  | { readonly kind: 'PLACE'; readonly place: CarriedPlace }
  | { readonly kind: 'BLOCKED'; readonly words: string }
  | { readonly kind: 'TRAY' };

/** What dropping a carried review on a cell would mean. */
export function verdictOn(
  carry: Carry,
  prices: ReadonlyMap<string, Prices>,
  columns: readonly Column[],
  { row, column }: { row: string; column: number },
): Verdict {
  if (row.startsWith('tray ')) return { kind: 'TRAY' };
  const person = prices.get(row);
  const name = carry.people.find((each) => each.person === row)?.name;
  if (!person || name === undefined) {
    return { kind: 'BLOCKED', words: 'Blocked. They may not lead a review this term.' };
  }
  const at = columns[column];
  const window = carry.windows.find((each) => each.week === at?.week && each.window === at.window);
  if (window && window.grade === null) return { kind: 'BLOCKED', words: window.words };
  if (person.refusal !== null) return { kind: 'BLOCKED', words: person.refusal };
  const place = person.places.get(column);
  if (!place) return { kind: 'BLOCKED', words: window?.words ?? 'Blocked.' };
  return place.tone === 'REFUSED'
    ? { kind: 'BLOCKED', words: place.words }
    : { kind: 'PLACE', place };
}

/** What dropping a review there would mean, as it is told before the drop. */
export function verdictInWords(verdict: Verdict, hasLead: boolean, how: 'KEYS' | 'MOUSE'): string {
  const act = how === 'KEYS' ? 'Press Enter' : 'Let go';
  switch (verdict.kind) {
    case 'BLOCKED':
      return verdict.words;
    case 'TRAY':
      return `Reviews without a lead. ${hasLead ? `${act} to take the lead off.` : 'It is here now.'}`;
    case 'PLACE':
      return `${verdict.place.words} ${verdict.place.isNow ? 'It is here now.' : `${act} to move.`}`;
  }
}

/** Where people stand on a strip from below to above their share. */

export interface Dot<Person> {
  readonly person: Person;
  /** From 0 at the left end to 100. */
  readonly left: number;
  /** How many stand below it at the same place. */
  readonly level: number;
}

export interface Scale {
  /** Reviews from the middle to either end; a whole number, 2 at least. */
  readonly reach: number;
  readonly at: (difference: number) => number;
}

/** The scale of all strips together, as wide to the one side as to the other. */
export function scaleOf(people: readonly { readonly difference: number }[]): Scale {
  const reach = Math.max(2, ...people.map(({ difference }) => Math.ceil(Math.abs(difference))));
  return { reach, at: (difference) => ((difference + reach) / (2 * reach)) * 100 };
}

/** How many places a strip has, so that dots of one place do not overlap those of the next. */
const PLACES = 60;

/** Each person a dot at the nearest place; those who would share a place stand on each other. */
export function dotsOf<Person extends { readonly difference: number }>(
  people: readonly Person[],
  { at }: Scale,
): Dot<Person>[] {
  const taken = new Map<number, number>();
  return [...people]
    .sort((a, b) => a.difference - b.difference)
    .map((person) => {
      const place = Math.round((at(person.difference) / 100) * PLACES);
      const level = taken.get(place) ?? 0;
      taken.set(place, level + 1);
      return { person, left: (place / PLACES) * 100, level };
    });
}

/** The whole reviews at which the scale is marked, few enough to be read. */
export function ticksOf({ reach }: Scale): number[] {
  const step = Math.ceil(reach / 4);
  const ticks: number[] = [];
  for (let tick = -step * Math.floor(reach / step); tick <= reach; tick += step) ticks.push(tick);
  return ticks;
}

/** "+2", "0", "−1" */
export function signed(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${String(value)}` : `−${String(-value)}`;
}

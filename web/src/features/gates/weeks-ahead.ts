const DAY = 86_400_000;

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** How far a day lies into a stretch of days, in per cent of its width; its ends are the least and the most. */
export function placeIn({ from, to }: { from: string; to: string }, date: string): number {
  const whole = at(to) - at(from) + DAY;
  const part = at(date) - at(from);
  return Math.min(100, Math.max(0, (100 * part) / whole));
}

/** The day after, as a gate is shut from then on. */
export function dayAfter(date: string): string {
  return new Date(at(date) + DAY).toISOString().slice(0, 10);
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The months that begin inside a stretch of days, with their first days. */
export function monthsIn({ from, to }: { from: string; to: string }): {
  date: string;
  name: string;
}[] {
  const found = [];
  const [year, first] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (let n = 0; n < 24; n++) {
    const begins = new Date(Date.UTC(year, first + n, 1));
    const date = begins.toISOString().slice(0, 10);
    if (date > to) break;
    found.push({ date, name: month.format(begins) });
  }
  return found;
}

/** Short dates for tight places; the full one stands beside them for whoever hears or hovers. Civil dates have no zone. */
const inUtc = { timeZone: 'UTC' } as const;

function formatted(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...inUtc, ...options }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** "11 Jan" */
export function shortDate(date: string): string {
  return formatted(date, { day: 'numeric', month: 'short' });
}

/** "Mon 11 Jan" */
export function shortWeekday(date: string): string {
  return `${formatted(date, { weekday: 'short' })} ${shortDate(date)}`;
}

/** "11 Jan 2027" */
export function shortDateOfYear(date: string): string {
  return formatted(date, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "11 January 2027" */
export function fullDate(date: string): string {
  return formatted(date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Instants on the clocks of the programme, which are those of the United Kingdom wherever the screen is. */
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const isoHour = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  hour12: false,
  timeZone: 'Europe/London',
});

/** "21 December 2026, 09:30" */
export function instantInWords(instant: string): string {
  const at = new Date(instant);
  return `${day.format(at)}, ${time.format(at)}`;
}

/** The day that an instant lies on: `2026-12-21`. */
export function dayOf(instant: string): string {
  return isoDay.format(new Date(instant));
}

/** The last millisecond of a day, ISO 8601. */
export function endOfDay(civilDate: string): string {
  // Noon lies on the same day in winter and in summer; the clocks change at night.
  const noon = new Date(`${civilDate}T12:00:00Z`);
  const hour = Number(isoHour.format(noon));
  return new Date(noon.getTime() + (24 - hour) * 3_600_000 - 1).toISOString();
}

/** "under a second", "12 seconds", "1 minute 5 seconds", "2 hours 1 minute" */
export function durationInWords(seconds: number): string {
  const whole = Math.floor(seconds);
  if (whole < 1) return 'under a second';
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const parts = [
    counted(hours, 'hour'),
    counted(minutes, 'minute'),
    hours > 0 ? '' : counted(whole % 60, 'second'),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function counted(count: number, unit: string): string {
  return count === 0 ? '' : `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

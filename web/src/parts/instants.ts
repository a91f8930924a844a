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

/** "21 December 2026, 09:30" */
export function instantInWords(instant: string): string {
  const at = new Date(instant);
  return `${day.format(at)}, ${time.format(at)}`;
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

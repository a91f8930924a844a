import { addDays, type CivilDate, datesIn, type DayRange } from '../../calendar/civil-date.js';

/** The term that somebody speaks of: what dates without a year and "after half-term" mean. */
export interface TermFrame {
  /** Such as "Spring 2027". */
  readonly name: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  /** Mondays of its school weeks, ascending. */
  readonly weeks: readonly CivilDate[];
}

/** The term with all days of its first and last week: windows of its edges reach beyond its own dates. */
export function wholeTerm({ startsOn, endsOn, weeks }: TermFrame): DayRange {
  const first = weeks[0] ?? startsOn;
  const last = addDays(weeks.at(-1) ?? endsOn, 4);
  return { from: first < startsOn ? first : startsOn, to: last > endsOn ? last : endsOn };
}

/** The halves of a term and the break between them; a term without a break is one half. */
export interface Halves {
  readonly first: DayRange;
  readonly pause: DayRange | null;
  readonly second: DayRange | null;
}

/** Half-term is the longest gap between school weeks. */
export function halvesOf(frame: TermFrame): Halves {
  const { weeks } = frame;
  const { from, to } = wholeTerm(frame);
  const gaps = weeks.slice(1).flatMap((week, index) => {
    const before = weeks[index] ?? week;
    const days = datesIn({ from: addDays(before, 7), to: addDays(week, -1) }).length;
    return days > 0 ? [{ before, week, days }] : [];
  });
  const [longest] = gaps.toSorted((a, b) => b.days - a.days);
  if (longest === undefined) {
    return { first: { from, to }, pause: null, second: null };
  }
  return {
    first: { from, to: addDays(longest.before, 4) },
    pause: { from: addDays(longest.before, 7), to: addDays(longest.week, -3) },
    second: { from: longest.week, to },
  };
}

/** Mondays to Fridays of the term's school weeks: the days of which windows are made. */
export function daysOfTerm({ weeks }: Pick<TermFrame, 'weeks'>): CivilDate[] {
  return weeks.flatMap((week) => datesIn({ from: week, to: addDays(week, 4) }));
}

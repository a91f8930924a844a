import { DateTime } from 'luxon';

/** Civil days are those of the programme's schools. */
export const programmeZone = 'Europe/London';

/**
 * The only source of the time. With a fixed day, `today()` is that day and `now()` the real time of day on it, so that
 * the sample partnership behaves the same on every day it is looked at.
 */
export class Clock {
  /**
   * @param fixedDay civil date 'YYYY-MM-DD' that stands for today; undefined for the real one
   * @param realTime milliseconds since 1970; tests give their own
   */
  constructor(
    private readonly fixedDay?: string,
    private readonly realTime: () => number = Date.now,
  ) {}

  /** Whether a day stands for today. */
  get isFixed(): boolean {
    return this.fixedDay !== undefined;
  }

  /** This instant. */
  now(): Date {
    const real = DateTime.fromMillis(this.realTime(), { zone: programmeZone });
    if (this.fixedDay === undefined) return real.toJSDate();
    const { year, month, day } = DateTime.fromISO(this.fixedDay, { zone: programmeZone });
    return real.set({ year, month, day }).toJSDate();
  }

  /** Today's civil date in the United Kingdom, 'YYYY-MM-DD'. */
  today(): string {
    const today = DateTime.fromJSDate(this.now(), { zone: programmeZone }).toISODate();
    if (today === null)
      throw new Error(`The clock is set to a day that does not exist: ${this.fixedDay ?? '?'}.`);
    return today;
  }
}

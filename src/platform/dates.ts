import { z } from 'zod';

/** Years with four digits that every part of the stack counts alike: the database, JavaScript and RFC 5545. */
const isUsual = (text: string): boolean => text >= '1000' && text < '3000';
const usual = { error: 'must lie in the years 1000 to 2999' };

/** A civil date that comes from outside, `YYYY-MM-DD`. */
export const civilDate = z.iso
  .date({ error: 'must be a date such as 2027-01-11', abort: true })
  .refine(isUsual, usual);

/** An instant that comes from outside, with its offset from UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2027-01-11T09:30:00Z', abort: true })
  .refine(isUsual, usual);

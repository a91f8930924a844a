import { type EntityManager } from 'typeorm';
import { termById } from '../calendar/academic-years.js';
import { Refusal } from '../platform/problems/refusal.js';
import { type Moment } from './moment.js';

/**
 * A term that is asked for says which year is looked at.
 *
 * @throws Refusal when there is no such term, or it is of another year than the one asked for
 */
export async function inYearOfTerm(
  manager: EntityManager,
  { term, academicYear }: { term?: string | undefined; academicYear?: string | undefined },
  moment: Moment,
): Promise<Moment> {
  if (term === undefined) return moment;
  const found = await termById(manager, term);
  if (academicYear !== undefined && academicYear !== found.academicYear) {
    throw new Refusal(
      'OTHER_YEAR',
      `${found.name} is not a term of ${academicYear}. Choose one that is, or leave the year out.`,
    );
  }
  return { ...moment, academicYear: found.academicYear };
}

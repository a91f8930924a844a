import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { trainingDays } from '../calendar/training-days.js';
import { dateInWords } from '../calendar/words.js';

const choice = z.object({ code: z.string(), words: z.string() });

export const RegisterChoices = z
  .object({
    regions: z.array(z.string()),
    phases: z.array(choice),
    needs: z.array(choice),
    authorities: z.array(choice.extend({ region: z.string() })),
    calendars: z.array(choice),
    trusts: z.array(choice).meta({ description: 'By UID' }),
    years: z
      .array(z.object({ code: z.string(), from: z.string(), to: z.string() }))
      .meta({ description: 'Academic years' }),
    trainingDays: z.array(choice).meta({ description: 'By their day' }),
    schoolTypes: z.array(z.string()).meta({ description: 'Types of the schools on the register' }),
  })
  .meta({
    id: 'RegisterChoices',
    example: {
      regions: ['London'],
      phases: [{ code: 'SPECIAL', words: 'Special' }],
      needs: [{ code: 'ASD', words: 'Autistic spectrum disorder' }],
      authorities: [{ code: '202', words: 'Camden', region: 'London' }],
      calendars: [{ code: 'typical', words: 'Typical' }],
      trusts: [{ code: '2053', words: 'Trees Trust' }],
      years: [{ code: '2026/27', from: '2026-09-01', to: '2027-08-31' }],
      trainingDays: [{ code: '2027-01-07', words: 'Training day, 7 January 2027' }],
      schoolTypes: ['Community special school'],
    },
  });
export type RegisterChoices = z.output<typeof RegisterChoices>;

type Choice = RegisterChoices['phases'][number];

/** What forms of the registers offer to choose from. */
export async function registerChoices(manager: EntityManager): Promise<RegisterChoices> {
  const choices = (code: string, table: string, words = 'name'): Promise<Choice[]> =>
    manager.query(`SELECT ${code} AS code, ${words} AS words FROM ${table} ORDER BY ${words}`);
  const regions = await choices('name', 'region');
  const types: { type: string }[] = await manager.query(
    'SELECT DISTINCT type FROM school WHERE removed_at IS NULL ORDER BY type',
  );
  const days = await trainingDays(manager);
  return {
    regions: regions.map(({ code }) => code),
    phases: await choices('code', 'phase'),
    needs: await choices('code', 'need'),
    authorities: await manager.query(
      'SELECT code, name AS words, region FROM local_authority ORDER BY name',
    ),
    calendars: await choices('id', 'school_calendar'),
    trusts: await choices('uid', 'trust'),
    years: await manager.query(
      'SELECT id AS code, starts_on AS "from", ends_on AS "to" FROM academic_year ORDER BY starts_on',
    ),
    trainingDays: days.map(({ date, title }) => ({
      code: date,
      words: `${title}, ${dateInWords(date)}`,
    })),
    schoolTypes: types.map(({ type }) => type),
  };
}

import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const choice = z.object({ code: z.string(), words: z.string() });

export const RegisterChoices = z
  .object({
    regions: z.array(z.string()),
    phases: z.array(choice),
    needs: z.array(choice),
    authorities: z.array(choice.extend({ region: z.string() })),
    calendars: z.array(choice),
    trusts: z.array(choice).meta({ description: 'By UID' }),
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
  return {
    regions: regions.map(({ code }) => code),
    phases: await choices('code', 'phase'),
    needs: await choices('code', 'need'),
    authorities: await manager.query(
      'SELECT code, name AS words, region FROM local_authority ORDER BY name',
    ),
    calendars: await choices('id', 'school_calendar'),
    trusts: await choices('uid', 'trust'),
    schoolTypes: types.map(({ type }) => type),
  };
}

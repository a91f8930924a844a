import { describe, expect, test } from '@jest/globals';
import { AIMS, type Plan, PLAN_FORMAT, type Solution } from '../plan.js';
import { BadFile } from './bad-file.js';
import { readPlan } from './read-plan.js';
import { sha256 } from './sha256.js';
import { writePlan } from './write-files.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const HASH = sha256(encode('{}'));

function solution(): Solution {
  return {
    status: 'OPTIMAL',
    aims: AIMS.map((aim, index) => ({ aim, value: index, bound: index })),
    reviews: [
      {
        review: 'R1',
        week: '2027-01-11',
        window: 'MON_WED',
        lead: 'L7',
        qualityAssurer: null,
        shadow: 'L90',
      },
      { review: 'R"2', week: null, window: null, lead: null, qualityAssurer: null, shadow: null },
    ],
    conflict: [{ pin: 0, rules: ['Nobody has two seats in one week.'] }],
  };
}

test('names the bytes of the problem as other programs do', () => {
  expect(HASH).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('a plan is written one review a line, ends in a line break, and reads back', () => {
  const text = writePlan(solution(), HASH);
  expect(text.split('\n')).toContain(
    '    {"review":"R1","week":"2027-01-11","window":"MON_WED","lead":"L7","qualityAssurer":null,"shadow":"L90"},',
  );
  expect(text.endsWith('}\n')).toBe(true);
  expect(readPlan(encode(text))).toEqual({ format: PLAN_FORMAT, problem: HASH, ...solution() });
});

test('the order in which a row was filled does not show', () => {
  const [row, ...others] = solution().reviews;
  if (row === undefined) throw new Error('The sample has no rows.');
  const turned = {
    ...solution(),
    reviews: [
      Object.fromEntries(Object.entries(row).reverse()) as unknown as typeof row,
      ...others,
    ],
  };
  expect(writePlan(turned, HASH)).toBe(writePlan(solution(), HASH));
});

describe('a plan of the wrong shape', () => {
  test.each<[string, (plan: Record<string, unknown>) => unknown]>([
    ['format', (plan) => (plan['format'] = 'plan@2')],
    ['problem', (plan) => (plan['problem'] = HASH.toUpperCase())],
    ['status', (plan) => (plan['status'] = 'DONE')],
    ['aims[0].value', (plan) => (plan['aims'] = [{ aim: 'coverage', value: 1.5, bound: 1 }])],
    ['aims[0].bound', (plan) => (plan['aims'] = [{ aim: 'coverage', value: 1 }])],
    ['aims[0].aim', (plan) => (plan['aims'] = [{ aim: 'speed', value: 1, bound: 1 }])],
    [
      'reviews[0].week',
      (plan) => (plan['reviews'] = [{ ...solution().reviews[0], week: '2027-02-30' }]),
    ],
    ['reviews[0].lead', (plan) => (plan['reviews'] = [{ ...solution().reviews[0], lead: 7 }])],
    ['conflict[0].rules[0]', (plan) => (plan['conflict'] = [{ pin: 0, rules: [null] }])],
    ['solver', (plan) => (plan['solver'] = 'x')],
  ])('names %s', (field, spoil) => {
    const plan = JSON.parse(writePlan(solution(), HASH)) as Record<string, unknown>;
    spoil(plan);
    let refused: unknown;
    try {
      readPlan(encode(JSON.stringify(plan)));
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(BadFile);
    expect((refused as BadFile).faults.map((fault) => fault.split(': ')[0])).toEqual([field]);
  });

  test.each<[string, Partial<Plan>]>([
    ['aims missing', { aims: [] }],
    [
      'an unknown review',
      { reviews: [{ ...solution().reviews[1], review: 'R99' } as Plan['reviews'][number]] },
    ],
    ['another hash', { problem: '0'.repeat(64) }],
  ])('what only the checker can tell is left to it: %s', (_, change) => {
    const plan = { ...(JSON.parse(writePlan(solution(), HASH)) as Plan), ...change };
    expect(readPlan(encode(JSON.stringify(plan)))).toEqual(plan);
  });
});

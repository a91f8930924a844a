import { expect, it } from '@jest/globals';
import { atThisMoment } from './run-words';

const names = ['Coverage', 'Changes', 'Company'];

it.each([
  ['QUEUED', null, ['WAITING', 'WAITING', 'WAITING'], 'Waiting for its turn.'],
  [
    'SOLVING',
    null,
    ['WAITING', 'WAITING', 'WAITING'],
    'Getting ready: working out who could take which seat.',
  ],
  ['SOLVING', null, ['SOLVING', 'WAITING', 'WAITING'], 'Working on coverage.'],
  ['SOLVING', null, ['SETTLED', 'SETTLED', 'WAITING'], 'Working on company.'],
  ['SOLVING', null, ['SETTLED', 'SETTLED', 'SETTLED'], 'Checking the plan.'],
  ['SOLVING', 'USE_BEST', ['SETTLED', 'SOLVING', 'WAITING'], 'Ending with the best plan so far.'],
] as const)(
  'a run that is %s, asked to end by %s, with aims %j: %s',
  (state, cancelMode, phases, words) => {
    const aims = phases.map((phase, index) => ({ name: names[index] ?? '', phase }));
    expect(atThisMoment({ state, cancelMode, aims })).toBe(words);
  },
);

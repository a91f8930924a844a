import { expect, it } from '@jest/globals';
import type { LeftOut } from '../../api/preflight';
import { leftOutGroups } from './left-out-groups';

const left = (who: string, kind: LeftOut['kind'], reason: string): LeftOut => ({
  who,
  kind,
  reason,
  reference: who,
  whatHelps: 'Ask.',
});

it('puts those together who are left out for the same reason, and schools apart from people', () => {
  const groups = leftOutGroups([
    left('Ann', 'Lead Reviewer', 'Paused'),
    left('Ben', 'Lead Reviewer', 'No answer'),
    left('Vale School', 'School', 'No answer'),
    left('Cy', 'Lead Reviewer', 'No answer'),
  ]);
  expect(groups.map(({ kind, reason, members }) => [kind, reason, members.length])).toEqual([
    ['Lead Reviewer', 'No answer', 2],
    ['Lead Reviewer', 'Paused', 1],
    ['School', 'No answer', 1],
  ]);
  expect(leftOutGroups([])).toEqual([]);
});

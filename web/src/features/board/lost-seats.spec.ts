import { describe, expect, it } from '@jest/globals';
import type { AttentionLine } from '../../api/term-home';
import { factsSince } from './lost-seats';

const line = (kind: AttentionLine['kind'], plan: string | null): AttentionLine =>
  ({ kind, actions: [{ kind: 'SEE_BOARD', plan }] }) as unknown as AttentionLine;

describe('what facts have come to since a plan was made', () => {
  const outdated = line('PLAN_OUTDATED', 'p');
  const lost = line('PERSON_CANNOT', 'p');

  it('is the seats that it lost, and of no other plan', () => {
    const lines = [lost, outdated, line('GATE_RUNS_OUT', 'q'), line('WITHOUT_LEAD', 'p')];
    expect(factsSince(lines, 'p')).toEqual([lost]);
  });

  it('is that its prices are old where it lost none', () => {
    expect(factsSince([outdated, line('NO_ROUND', null)], 'p')).toEqual([outdated]);
    expect(factsSince([outdated], 'q')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { type ActionLike, actionTarget } from './term-links';

const action = (kind: string, about: Partial<ActionLike> = {}): ActionLike => ({
  kind,
  plan: null,
  run: null,
  week: null,
  reviews: [],
  leads: [],
  urns: [],
  ...about,
});

describe('the screen on which a thing is done', () => {
  it('is the board’s panel where there is a plan, and the register where there is none', () => {
    const find = action('SEE_REVIEW', { plan: 'p', reviews: ['R1'] });
    expect(actionTarget('spring-2027', find)).toEqual({
      to: '/terms/$term/plans/$plan',
      params: { term: 'spring-2027', plan: 'p' },
      search: { review: 'R1' },
    });
    expect(actionTarget('spring-2027', { ...find, plan: null })).toMatchObject({
      to: '/terms/$term/reviews',
      search: { review: 'R1' },
    });
  });

  it('is the form for a new check where one runs out', () => {
    const record = action('RECORD_CHECK', { plan: 'p', leads: ['LR-1'] });
    expect(actionTarget('spring-2027', record)).toEqual({
      to: '/terms/$term/plans/$plan/leads/$lead',
      params: { term: 'spring-2027', plan: 'p', lead: 'LR-1' },
      search: { correct: 'gate' },
    });
    expect(actionTarget('spring-2027', { ...record, plan: null })).toMatchObject({
      to: '/terms/$term/leads',
      search: { lead: 'LR-1' },
    });
  });

  it('is the import where there is nothing yet', () => {
    expect(actionTarget('spring-2027', action('IMPORT'))).toEqual({ to: '/imports', params: {} });
  });

  it('opens at the week that is meant', () => {
    expect(actionTarget('spring-2027', action('SEE_PREFLIGHT', { week: '2027-03-08' }))).toEqual({
      to: '/terms/$term/preflight',
      params: { term: 'spring-2027' },
      search: { week: '2027-03-08' },
      hash: 'supply',
    });
  });

  it('is a screen of the term for whatever the server adds', () => {
    expect(actionTarget('spring-2027', action('SOMETHING_NEW'))).toMatchObject({
      to: '/terms/$term/reviews',
    });
  });
});

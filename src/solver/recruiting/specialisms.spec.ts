import { describe, expect, it } from '@jest/globals';
import { person, problem, review } from '../../../test/solver/builders.js';
import type { Lead } from '../problem.js';
import { nichesOf, wishFor } from './specialisms.js';

/** What somebody who reviews special schools would know, as these people do. */
function usualNeeds(leads: Lead[]): readonly string[] {
  const of = problem({ leads, reviews: [review('R1')] });
  const [special] = nichesOf(of);
  return special ? wishFor(of, special, 'new').needs : [];
}

const knowing = (id: string, needs: string[], changes: Partial<Lead> = {}): Lead =>
  person(id, { needs, ...changes });

describe('what is usually known of a phase', () => {
  it('is what most who lead it know, of those that as many know the first by name', () => {
    const needs = ['HI', 'PMLD', 'ASD'];
    expect(usualNeeds([knowing('Ada', needs), knowing('Ben', ['PMLD', 'SEMH'])])).toEqual([
      'ASD',
      'PMLD',
    ]);
    for (const order of [needs, needs.toReversed(), needs.toSorted()]) {
      expect(usualNeeds([knowing('Ada', order), knowing('Ben', ['VI', 'SEMH'])])).toEqual([
        'ASD',
        'HI',
      ]);
    }
  });

  it('is told in the order of names, whoever knows what', () => {
    const leads = [['SEMH'], ['SEMH', 'ASD'], ['SEMH', 'ASD'], ['SEMH', 'PMLD', 'HI']].map(
      (needs, index) => knowing(`P${index}`, needs),
    );
    expect(usualNeeds(leads)).toEqual(['ASD', 'SEMH']);
  });

  it('is not learnt from those who do not lead, nor from those who lead other phases', () => {
    const other = ['MLD', 'SLD', 'VI'];
    expect(
      usualNeeds([
        knowing('Ada', ['ASD']),
        knowing('Sam', other, { roles: ['SHADOW'] }),
        knowing('Pat', other, { phases: ['primary'] }),
        knowing('Quinn', other, { roles: ['QUALITY_ASSURER'] }),
      ]),
    ).toEqual(['ASD']);
  });
});

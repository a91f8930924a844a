import { describe, expect, it } from '@jest/globals';
import {
  led,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import type { Lead, SeatRow, Slot } from '../problem.js';
import { mostPromisingFirst } from './candidate-promise.js';

const slots: Slot[] = [
  { week: WEEK_1, window: 'MON_WED' },
  { week: WEEK_2, window: 'MON_WED' },
];
const far = { home: { lat: 53, lon: -1 } };
const farther = { home: { lat: 54, lon: -1 } };

/** The order in which candidates for `R1` are priced. */
function order(leads: Lead[], rows: SeatRow[], when = slots, present = ''): string[] {
  const of = problem({ leads, reviews: ['R1', 'R2', 'R3', 'R4'].map((id) => review(id)) });
  const pairs = leads.map(({ id }) => ({
    review: 'R1',
    lead: id,
    slots: when,
    isPresent: id === present,
  }));
  return mostPromisingFirst(of, rows, pairs).map(({ lead }) => lead);
}

describe('the order in which candidates are priced', () => {
  it('begins with whoever is there, then those whose seat adds more', () => {
    const leads = [person('Far', far), person('Farther', farther), person('Here')];
    expect(order(leads, [])).toEqual(['Here', 'Far', 'Farther']);
    expect(order(leads, [], slots, 'Farther')).toEqual(['Farther', 'Here', 'Far']);
  });

  it('has those who are busy after those who are free in some slot, in whatever seat they are busy', () => {
    const leads = [person('Busy'), person('Free', far), person('Other', farther)];
    const busy = [
      led('R2', 'Other', WEEK_1, { shadow: 'Busy' }),
      led('R3', 'Other', WEEK_2, { shadow: 'Busy' }),
    ];
    expect(order(leads, busy)).toEqual(['Free', 'Busy', 'Other']);
    expect(order(leads, busy.slice(0, 1))).toEqual(['Busy', 'Free', 'Other']);
    expect(order(leads, busy.slice(0, 1), slots.slice(0, 1))).toEqual(['Free', 'Busy', 'Other']);
  });

  it('has those who are full last, not counting the review itself', () => {
    const leads = [person('Full', limits({ term: 1 })), person('Free', far)];
    expect(order(leads, [led('R2', 'Full', WEEK_3)])).toEqual(['Free', 'Full']);
    expect(order(leads, [led('R1', 'Full', WEEK_1)])).toEqual(['Full', 'Free']);
  });

  it('counts how many they lead: whose commitment is met promises less', () => {
    const commitment = { minimum: 6, done: 0, target: 1 };
    const leads = [person('Met', { commitment }), person('Short', { ...far, commitment })];
    expect(order(leads, [])).toEqual(['Met', 'Short']);
    expect(order(leads, [led('R2', 'Met', WEEK_3)])).toEqual(['Short', 'Met']);
    const assured = [led('R2', 'Short', WEEK_3, { qualityAssurer: 'Met' })];
    expect(order(leads, assured)).toEqual(['Met', 'Short']);
  });

  it('takes each at their best slot', () => {
    const choosy = person('Choosy', {
      availability: { [WEEK_1]: { MON_WED: 'IF_NEEDED' }, [WEEK_2]: { MON_WED: 'PREFERRED' } },
    });
    const calm = person('Calm', {
      availability: { [WEEK_1]: { MON_WED: 'AVAILABLE' }, [WEEK_2]: { MON_WED: 'AVAILABLE' } },
    });
    expect(order([calm, choosy], [])).toEqual(['Choosy', 'Calm']);
    expect(order([calm, choosy], [], [...slots].reverse())).toEqual(['Choosy', 'Calm']);
    expect(order([calm, choosy], [], slots.slice(0, 1))).toEqual(['Calm', 'Choosy']);
  });
});

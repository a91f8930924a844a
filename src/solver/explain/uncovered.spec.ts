import { beforeAll, describe, expect, it } from '@jest/globals';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Lead, Problem, Review } from '../problem.js';
import { solve } from '../solve.js';
import { type Fact } from './facts.js';
import { explainUncovered, type UncoveredReview } from './uncovered.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const oneWindow: Review['windows'] = [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }];
const limits: Lead['limits'] = { term: 6, restReviews: 4, restWeeks: 4, maxKm: null };

function explain(changes: Partial<Problem>): UncoveredReview[] {
  const term = problem(changes);
  return explainUncovered(term, solve(term, engine).reviews, engine);
}

describe('explainUncovered', () => {
  it('has nothing to say where every review has a lead', () => {
    expect(explain({ leads: [person('Ada')], reviews: [review('R1')] })).toEqual([]);
  });

  it('counts the leads that each rule shuts out, not those who may not lead', () => {
    const [found] = explain({
      leads: [
        person('Ada', { phases: ['primary'] }),
        person('Ben', { phases: ['primary'], regions: { London: 'NO' } }),
        person('Di', { roles: ['SHADOW'] }),
      ],
      reviews: [review('R1')],
    });
    expect(found).toMatchObject({ leads: 2, permitted: [], shutOutTogether: 0, oneFact: null });
    expect(found?.rules.map(({ rule, leads }) => [rule, leads])).toEqual([
      ['phaseIsTheirs', 2],
      ['regionIsNotRefused', 1],
    ]);
  });

  it('counts a lead whom no rule shuts out everywhere, and yet some rule in each window', () => {
    const [found] = explain({
      leads: [person('Ada', { availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } } })],
      reviews: [
        review('R1', {
          windows: [...oneWindow, { week: WEEK_2, window: 'MON_WED', grade: 'PREFERRED' }],
        }),
      ],
      bans: [{ lead: 'Ada', week: WEEK_1 }],
    });
    expect(found).toMatchObject({ rules: [], shutOutTogether: 1 });
  });

  it('says when the host’s only window is closed to everybody', () => {
    const [found] = explain({
      leads: [person('Ada')],
      reviews: [review('R1', { windows: oneWindow })],
      closed: [{ week: WEEK_1, window: 'MON_WED', reason: 'Training day' }],
    });
    expect(found?.openWindows).toEqual([]);
    expect(found?.closedWindows[0]?.reason).toBe('Training day');
    expect(found?.oneFact).toMatchObject({ fact: { kind: 'HOST_WINDOW', review: 'R1' } });
  });

  it.each<[Fact['kind'], Partial<Lead>, object]>([
    [
      'AVAILABILITY',
      { availability: {} },
      { lead: 'Ada', slot: { week: WEEK_1, window: 'MON_WED' } },
    ],
    ['REGION', { regions: { London: 'NO' } }, { lead: 'Ada', region: 'London' }],
    [
      'DISTANCE',
      { home: { lat: 53, lon: -1 }, limits: { ...limits, maxKm: 100 } },
      { lead: 'Ada', km: 145, insteadOfKm: 100 },
    ],
    ['TERM_LIMIT', { limits: { ...limits, term: 0 } }, { lead: 'Ada', reviews: 1 }],
    ['REST', { limits: { ...limits, restReviews: 0 } }, { lead: 'Ada', reviews: 1, weeks: 4 }],
  ])('finds the one fact: %s', (kind, ada, about) => {
    const [found] = explain({
      leads: [person('Ada', ada)],
      reviews: [review('R1', { windows: oneWindow })],
    });
    expect(found?.oneFact).toEqual({ fact: { kind, ...about }, lead: 'Ada' });
  });

  it('asks the nearest first of those who would do', () => {
    const away = { availability: {} };
    const [found] = explain({
      leads: [
        person('Far', { ...away, home: { lat: 53, lon: -1 } }),
        person('Near', { ...away, home: { lat: 51.6, lon: -0.2 } }),
      ],
      reviews: [review('R1', { windows: oneWindow })],
    });
    expect(found?.oneFact).toMatchObject({ fact: { kind: 'AVAILABILITY', lead: 'Near' } });
  });

  it('names who would lead where the school would be asked', () => {
    const [found] = explain({
      leads: [person('Ada', { availability: { [WEEK_2]: { MON_WED: 'PREFERRED' } } })],
      reviews: [review('R1', { windows: oneWindow })],
      bans: [{ lead: 'Ada', week: WEEK_1 }],
    });
    expect(found?.oneFact).toEqual({
      fact: { kind: 'HOST_WINDOW', review: 'R1', slot: { week: WEEK_2, window: 'MON_WED' } },
      lead: 'Ada',
    });
  });

  it('counts whom one rule alone keeps out', () => {
    const [found] = explain({
      leads: [
        person('Ada', { phases: ['primary'] }),
        person('Ben', { phases: ['primary'], regions: { London: 'NO' } }),
      ],
      reviews: [review('R1')],
    });
    expect(found?.rules).toMatchObject([
      { rule: 'phaseIsTheirs', leads: 2, alone: 1, words: 'do not review schools of its phase' },
      { rule: 'regionIsNotRefused', leads: 1, alone: 0, words: 'does not travel to its region' },
    ]);
  });

  it('counts who could assure the quality where only a new lead may lead', () => {
    const term = (assurer: Partial<Lead>): UncoveredReview | undefined =>
      explain({
        leads: [
          person('New', { isNew: true }),
          person('Eve', { roles: ['QUALITY_ASSURER'], ...assurer }),
        ],
        reviews: [review('R1', { windows: oneWindow })],
        bans: [{ lead: 'New', week: WEEK_1, window: 'WED_FRI' }],
      })[0];
    expect(term({ phases: ['primary'] })).toMatchObject({ permittedNew: ['New'], assurers: 0 });
    expect(term({ limits: { ...limits, term: 0 } })).toMatchObject({
      permittedNew: ['New'],
      assurers: 1,
    });
  });

  it('does not offer a fact that would only uncover another review as weighty', () => {
    const [found] = explain({
      leads: [
        person('Ada', {
          availability: { [WEEK_1]: { MON_WED: 'PREFERRED' } },
          limits: { ...limits, term: 1 },
        }),
      ],
      reviews: [review('R1', { windows: oneWindow }), review('R2', { windows: oneWindow })],
    });
    expect(found?.permitted).toEqual(['Ada']);
    expect(found?.oneFact?.fact.kind).not.toBe('TERM_LIMIT');
  });

  it('finds the one fact that helps among many that do not, and rules all out where none does', () => {
    // Ada and thirty others could lead either school in week 1, and are each on the other review of it.
    const busy = (id: string): Lead =>
      person(id, { limits: { ...limits, term: 1 }, regions: { Wales: 'NO' } });
    const others = Array.from({ length: 30 }, (_, i) => busy(`L${i + 10}`));
    const taken = others.map(({ id }) => review(`Of ${id}`, { windows: oneWindow, priority: 9 }));
    const pins = others.map(({ id }) => ({ review: `Of ${id}`, lead: id }));
    const sparse = review('R1', { windows: oneWindow });
    const none = explain({ leads: others, reviews: [...taken, sparse], pins });
    expect(none[0]).toMatchObject({ review: 'R1', oneFact: null });
    expect(none[0]?.tried).toBeGreaterThan(30);
    const last = person('Zoe', { availability: { [WEEK_2]: { MON_WED: 'PREFERRED' } } });
    const helped = explain({
      leads: [...others, last],
      reviews: [...taken, sparse, review('Of Zoe', { priority: 9 })],
      pins: [...pins, { review: 'Of Zoe', lead: 'Zoe' }],
    });
    expect(helped[0]?.oneFact).toMatchObject({ fact: { kind: 'AVAILABILITY', lead: 'Zoe' } });
  });

  it('finds a fact that works only because somebody else moves', () => {
    // Ben can lead only R2's school; Ada leads R2 unless Ben becomes available for it.
    const [found] = explain({
      leads: [
        person('Ada', { limits: { ...limits, term: 1 } }),
        person('Ben', {
          limits: { ...limits, term: 1 },
          availability: {},
          conflicts: [{ urn: 'urn of R1', reason: 'own school' }],
        }),
      ],
      reviews: [
        review('R1', { windows: oneWindow, priority: 2 }),
        review('R2', { windows: oneWindow }),
      ],
    });
    expect(found).toMatchObject({
      review: 'R2',
      oneFact: { fact: { kind: 'AVAILABILITY', lead: 'Ben' }, lead: 'Ben' },
    });
  });
});

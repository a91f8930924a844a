import { describe, expect, it } from '@jest/globals';
import {
  freeIn,
  inWeeks,
  limits,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import type { Lead, Review } from '../problem.js';
import { preflight } from './preflight.js';

const reviews = (...ids: string[]): Review[] => ids.map((id) => review(id));

describe('preflight', () => {
  it('finds nothing where everybody can be served', () => {
    const found = preflight(problem({ leads: [person('Ada')], reviews: reviews('R1', 'R2') }));
    expect(found).toMatchObject({ people: 1, shortages: [], nobody: [], pinsShort: null });
    expect(found.coverage.most).toEqual({ reviews: 2, priority: 2 });
    expect(found.weeks.map(({ standing }) => standing)).toEqual(Array(4).fill('ENOUGH'));
  });

  it('has nothing to say about nothing', () => {
    const found = preflight(problem());
    expect(found.coverage.due).toEqual({ reviews: 0, priority: 0 });
    expect(found).toMatchObject({ people: 0, shortages: [], regions: [], shadows: { most: 0 } });
  });

  it.each<[string, Partial<Lead>, object]>([
    ['weeks', freeIn(WEEK_1, WEEK_3), { most: 2, limit: 'WEEKS', weeks: [WEEK_1, WEEK_3] }],
    ['the term limit', limits({ term: 2 }), { most: 2, limit: 'TERM_LIMIT' }],
    ['rest', limits({ restReviews: 1, restWeeks: 2 }), { most: 2, limit: 'REST' }],
  ])('tells how little one person can take for want of %s', (_, ada, room) => {
    const [found, ...others] = preflight(
      problem({ leads: [person('Ada', ada)], reviews: reviews('R1', 'R2', 'R3') }),
    ).shortages;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      reviews: ['R1', 'R2', 'R3'],
      most: 2,
      priorityLost: 1,
      smallest: [],
      people: [{ lead: 'Ada', pinnedSeats: 0, ...room }],
    });
  });

  it('tells two shortages apart, the one that costs most first, and what is scarce within one', () => {
    const ownSchool = (urn: string): Pick<Lead, 'conflicts'> => ({
      conflicts: [{ urn, reason: 'own school' }],
    });
    const of = problem({
      leads: [
        person('Ada', { phases: ['special'], ...limits({ term: 2 }), needs: ['ASD'] }),
        person('Ben', { phases: ['special'], ...limits({ term: 1 }), ...ownSchool('none') }),
        person('Cy', { phases: ['primary'], ...limits({ term: 0 }) }),
      ],
      reviews: [
        ...['S1', 'S2', 'S3'].map((id) => review(id, { needs: ['ASD'] })),
        ...['S4', 'S5'].map((id) => review(id)),
        review('P1', { phase: 'primary', priority: 5 }),
      ],
    });
    const { shortages, coverage } = preflight(of);
    expect(coverage.most).toEqual({ reviews: 3, priority: 3 });
    expect(shortages).toMatchObject([
      { reviews: ['P1'], most: 0, priorityLost: 5, people: [{ lead: 'Cy', most: 0 }] },
      {
        reviews: ['S1', 'S2', 'S3', 'S4', 'S5'],
        most: 3,
        priorityLost: 2,
        smallest: [{ reviews: ['S1', 'S2', 'S3'], most: 2, people: [{ lead: 'Ada', most: 2 }] }],
      },
    ]);
  });

  it('names of two that cost as much the one of fewer reviews first, and people in their order', () => {
    const of = problem({
      leads: [
        person('Ada', { ...freeIn(WEEK_2), ...limits({ term: 1 }) }),
        person('Ben', { ...freeIn(WEEK_1), ...limits({ term: 1 }) }),
        person('Cy', { phases: ['primary'], ...limits({ term: 1 }) }),
      ],
      reviews: [
        ...reviews('S1', 'S2', 'S3'),
        ...['P1', 'P2'].map((id) => review(id, { phase: 'primary' })),
      ],
    });
    expect(preflight(of).shortages).toMatchObject([
      { reviews: ['P1', 'P2'], priorityLost: 1 },
      { reviews: ['S1', 'S2', 'S3'], priorityLost: 1, people: [{ lead: 'Ada' }, { lead: 'Ben' }] },
    ]);
  });

  it('leaves the lightest reviews without a lead', () => {
    const of = problem({
      leads: [person('Ada', limits({ term: 1 }))],
      reviews: [review('R1'), review('R2', { priority: 4 }), review('R3', { priority: 2 })],
    });
    expect(preflight(of).coverage.most).toEqual({ reviews: 1, priority: 4 });
    const pinned = { ...of, pins: [{ review: 'R1' }] };
    expect(preflight(pinned).coverage.most).toEqual({ reviews: 1, priority: 1 });
  });

  it('names pinned reviews that cannot all have a lead', () => {
    const of = problem({
      leads: [person('Ada'), person('Ben')],
      reviews: reviews('R1', 'R2', 'R3'),
      pins: ['R1', 'R2'].map((id) => ({
        review: id,
        lead: 'Ada',
        week: WEEK_1,
        window: 'MON_WED',
      })),
    });
    expect(preflight(of).pinsShort).toMatchObject({
      reviews: ['R1', 'R2'],
      most: 1,
      people: [{ lead: 'Ada', weeks: [WEEK_1] }],
    });
  });

  it('knows that who is pinned to a second seat has one week and one seat less for leading', () => {
    const of = problem({
      weeks: [WEEK_1, WEEK_2],
      leads: [
        person('Ada', { roles: ['LEAD', 'QUALITY_ASSURER'], ...limits({ term: 2 }) }),
        person('New', { isNew: true, ...freeIn(WEEK_1) }),
      ],
      reviews: [review('R1'), review('R2', inWeeks(WEEK_1)), review('R3', inWeeks(WEEK_2))],
      pins: [{ review: 'R1', lead: 'New', qualityAssurer: 'Ada' }],
    });
    const { nobody, shortages, coverage } = preflight(of);
    expect(coverage.most.reviews).toBe(2);
    expect(shortages).toMatchObject([{ reviews: ['R1', 'R2'], people: [{ lead: 'New' }] }]);
    expect(nobody).toEqual([]);
    const both = preflight({ ...of, reviews: reviews('R1', 'R2', 'R3') });
    expect(both.shortages[0]?.people).toContainEqual({
      lead: 'Ada',
      weeks: [WEEK_2],
      most: 1,
      limit: 'WEEKS',
      pinnedSeats: 1,
    });
  });

  it('takes only a seat from who is pinned to a second seat in one week or another', () => {
    const of = problem({
      leads: [
        person('Ada', { roles: ['LEAD', 'QUALITY_ASSURER'], ...limits({ term: 3 }) }),
        person('New', { isNew: true, ...freeIn(WEEK_1, WEEK_2), ...limits({ term: 1 }) }),
      ],
      reviews: [
        review('R1'),
        ...[WEEK_1, WEEK_2, WEEK_3].map((week) => review(week, inWeeks(week))),
      ],
      pins: [{ review: 'R1', lead: 'New', qualityAssurer: 'Ada' }],
    });
    const { shortages, coverage } = preflight(of);
    expect(coverage.most.reviews).toBe(3);
    expect(shortages[0]?.people).toContainEqual({
      lead: 'Ada',
      weeks: [WEEK_1, WEEK_2, WEEK_3],
      most: 2,
      limit: 'TERM_LIMIT',
      pinnedSeats: 1,
    });
  });

  it('lets nobody assure themselves, and does not ask for those who may take no seat at all', () => {
    const of = problem({
      leads: [
        person('New', { isNew: true, roles: ['LEAD', 'QUALITY_ASSURER'] }),
        person('Newer', { isNew: true, ...limits({ term: 0 }) }),
        person('Sal', { roles: ['SHADOW'], ...limits({ restReviews: 0 }) }),
        person('Ada'),
      ],
      reviews: reviews('R1'),
    });
    const { assurers, shadows } = preflight(of);
    expect(assurers).toMatchObject({ newLeads: 1, most: 0, nobody: ['New'] });
    expect(shadows).toMatchObject({ people: 1, most: 0, nowhere: ['Sal'] });
  });

  it('gives new leads nothing whom nobody can assure, and says what shuts others out', () => {
    const of = problem({
      leads: [person('New', { isNew: true }), person('Ada', { regions: { London: 'NO' } })],
      reviews: reviews('R1'),
      pins: [{ review: 'R1' }],
    });
    const found = preflight(of);
    expect(found.assurers).toEqual({
      newLeads: 1,
      most: 0,
      people: 0,
      nobody: ['New'],
      shortages: [],
    });
    expect(found.regions).toMatchObject([{ name: 'London', inShortages: 1 }]);
    expect(found.nobody).toMatchObject([
      {
        review: 'R1',
        isPinned: true,
        permittedNew: ['New'],
        rules: [{ rule: 'regionIsNotRefused', leads: 1 }],
      },
    ]);
  });

  it('counts how many new leads can be assured, and shadows seated', () => {
    const of = problem({
      leads: [
        person('New', { isNew: true, ...freeIn(WEEK_1) }),
        person('Newer', { isNew: true, ...freeIn(WEEK_1) }),
        person('Ada', { roles: ['LEAD', 'QUALITY_ASSURER'], ...freeIn(WEEK_1) }),
        ...['Ben', 'Bea'].map((id) =>
          person(id, { roles: ['QUALITY_ASSURER'], ...limits({ term: 0 }) }),
        ),
        ...['Sal', 'Sid', 'Sue'].map((id) => person(id, { roles: ['SHADOW'] })),
        person('Sky', { roles: ['SHADOW'], availability: {} }),
      ],
      reviews: [review('R1'), review('R2'), review('R3', inWeeks(WEEK_2))],
    });
    const { assurers, shadows } = preflight(of);
    expect(assurers).toMatchObject({
      newLeads: 2,
      people: 1,
      most: 1,
      nobody: [],
      shortages: [
        {
          newLeads: ['New', 'Newer'],
          most: 1,
          assurers: [
            { lead: 'Ada', most: 1 },
            { lead: 'Ben', most: 0 },
            { lead: 'Bea', most: 0 },
          ],
        },
      ],
    });
    // Nobody leads R3 at all, so nobody can shadow there.
    expect(shadows).toEqual({
      people: 4,
      reviews: 2,
      most: 2,
      nowhere: ['Sky'],
      shortages: [{ people: ['Sal', 'Sid', 'Sue'], most: 2, reviews: ['R1', 'R2'] }],
    });
  });

  it('lets nobody shadow beside themselves or beside a new lead', () => {
    const of = problem({
      leads: [
        person('New', { isNew: true }),
        person('Ada', { roles: ['LEAD', 'QUALITY_ASSURER', 'SHADOW'] }),
        person('Sal', { roles: ['SHADOW'] }),
      ],
      reviews: reviews('R1'),
    });
    expect(preflight(of).shadows).toMatchObject({ nowhere: ['Ada'], most: 1 });
    const beside = { ...of, leads: [...of.leads, person('Ben')] };
    expect(preflight(beside).shadows).toMatchObject({ nowhere: [], most: 1 });
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  inWeeks,
  person,
  problem,
  review,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import type { Pin, Problem, Review } from '../problem.js';
import { bestAlone } from './best-alone.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const best = (of: Problem, who = 'Ada'): number | null => bestAlone(of, who, engine);

/** How many columns each model has that the engine is asked about. */
function columnsOf(of: Problem, who = 'Ada'): number[] {
  const columns: number[] = [];
  const counting: MilpEngine = {
    version: engine.version,
    open(model) {
      columns.push(model.columnCount);
      return engine.open(model);
    },
  };
  bestAlone(of, who, counting);
  return columns;
}

const pinned = (id: string, lead: string, changes: Partial<Pin> = {}): Pin => ({
  review: id,
  lead,
  week: WEEK_1,
  window: 'MON_WED',
  ...changes,
});
const primary = (id: string, changes: Partial<Review> = {}): Review =>
  review(id, { phase: 'primary', ...changes });
const ada = person('Ada', { phases: ['special', 'primary'] });
const quinn = person('Quinn', { roles: ['QUALITY_ASSURER'] });

describe('the best of somebody', () => {
  const reviews = ['R1', 'R2', 'R3'].map((id) => review(id));

  it('who is new is nothing without an assurer, and all of it with one', () => {
    const nia = person('Nia', { isNew: true });
    expect(best(problem({ leads: [nia], reviews }), 'Nia')).toBe(0);
    expect(best(problem({ leads: [nia, quinn], reviews }), 'Nia')).toBe(3);
  });

  it('needs whoever may assure somebody else who is new and has accepted a review', () => {
    const leads = [ada, person('Noor', { isNew: true }), quinn];
    expect(best(problem({ leads, reviews, pins: [pinned('R1', 'Noor')] }))).toBe(2);
    const nobody = leads.slice(0, 2);
    expect(best(problem({ leads: nobody, reviews, pins: [pinned('R1', 'Noor')] }))).toBeNull();
  });

  it('leaves a review to somebody new who cannot be assured where they have accepted one', () => {
    const noor = person('Noor', { isNew: true, phases: ['special', 'primary'] });
    const of = problem({
      leads: [ada, noor, { ...quinn, phases: ['primary'] }],
      reviews: [review('R1'), primary('R2'), primary('R3')],
      pins: [pinned('R1', 'Noor')],
    });
    expect(best(of)).toBe(1);
  });

  it('needs somebody else for a review that must go ahead with whoever it is', () => {
    const special = person('Ben');
    const of = problem({
      leads: [{ ...ada, phases: ['primary'] }, special],
      reviews: [review('R1'), review('R2'), primary('R3')],
      pins: [pinned('R1', 'Ben'), { review: 'R2' }],
    });
    expect(best(of)).toBe(1);
    const busy = { ...special, limits: { ...special.limits, term: 1 } };
    expect(best({ ...of, leads: [of.leads[0]!, busy] })).toBeNull();
    expect(best({ ...of, leads: [of.leads[0]!, busy, person('Cy')] })).toBe(1);
  });

  it('is what is accepted where nothing else is open to them', () => {
    const of = problem({ leads: [ada], reviews: [review('R1')], pins: [pinned('R1', 'Ada')] });
    expect(best(of)).toBe(1);
    expect(best(problem({ leads: [ada], reviews: [] }))).toBe(0);
  });
});

describe('what cannot matter to the best of somebody', () => {
  const mondays = inWeeks(WEEK_1, WEEK_2, WEEK_3);
  const reviews = ['R1', 'R2', 'R3'].map((id) => review(id, mondays));

  /** That the engine is asked about no more in one problem than in the other, and finds the same. */
  function expectAlike(of: Problem, smaller: Problem): void {
    expect(columnsOf(of)).toEqual(columnsOf(smaller));
    expect(best(of)).toBe(best(smaller));
  }

  it('is anybody else, where nothing is accepted and nobody new needs an assurer', () => {
    const others = [
      person('Ben'),
      person('Noor', { isNew: true }),
      person('Sam', { roles: ['SHADOW'] }),
      quinn,
    ];
    expectAlike(problem({ leads: [ada, ...others], reviews }), problem({ leads: [ada], reviews }));
  });

  it('is who has accepted nothing, where others have', () => {
    const pins = [pinned('R1', 'Ben', { shadow: 'Sam' })];
    const leads = [ada, person('Ben'), person('Sam', { roles: ['SHADOW'] })];
    const others = [person('Cy'), quinn, person('Noor', { isNew: true })];
    expectAlike(
      problem({ leads: [...leads, ...others], reviews, pins }),
      problem({ leads, reviews, pins }),
    );
  });

  it('is what others could lead besides what they have accepted', () => {
    const pins = [pinned('R1', 'Ben')];
    const of = problem({
      leads: [ada, person('Ben', { phases: ['special', 'primary'] })],
      reviews: [review('R1', mondays), primary('R2', mondays), primary('R3', mondays)],
      pins,
    });
    expectAlike(of, { ...of, leads: [ada, person('Ben')] });
  });

  it('is what those who are not new could lead, where somebody new has accepted a review', () => {
    const noor = person('Noor', { isNew: true });
    const of = problem({
      leads: [ada, noor, person('Ben', { phases: ['special', 'primary'] }), quinn],
      reviews: [review('R1', mondays), review('R2', mondays), primary('R3', mondays)],
      pins: [pinned('R1', 'Noor'), pinned('R2', 'Ben')],
    });
    expectAlike(of, { ...of, leads: [ada, noor, person('Ben'), quinn] });
  });

  it('is what somebody new could shadow', () => {
    const nia = person('Nia', { isNew: true, roles: ['LEAD', 'SHADOW'] });
    const onlyLeads = person('Nia', { isNew: true });
    const of = problem({ leads: [nia, quinn], reviews });
    const smaller = { ...of, leads: [onlyLeads, quinn] };
    expect(columnsOf(of, 'Nia')).toEqual(columnsOf(smaller, 'Nia'));
  });

  it('is the second window of a week, and that they may sit beside others, where nobody is new', () => {
    const bothWindows = problem({
      leads: [{ ...ada, roles: ['LEAD', 'QUALITY_ASSURER', 'SHADOW'] }],
      reviews: reviews.map((each) => ({
        ...each,
        windows: each.windows.flatMap((slot) => [slot, { ...slot, window: 'WED_FRI' as const }]),
      })),
    });
    expectAlike(bothWindows, problem({ leads: [ada], reviews }));
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, row, WEEK_1 } from '../../../test/solver/builders.js';
import {
  type Given,
  givenPlan,
  lossesByBruteForce,
  pricesOf,
} from '../../../test/solver/given-plans.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { loadHighs } from '../milp/highs.js';
import type { MilpEngine } from '../milp/milp.js';
import { type Problem, type Review, type Role, ROLES } from '../problem.js';
import type { Change } from './alternatives.js';
import { whyNot, type WhyNot } from './why-not.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const oneWindow: Review['windows'] = [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }];

function askAbout(of: Partial<Problem>, rows: Given['rows'], id: string, role?: Role): WhyNot {
  const whole = problem({
    reviews: [review('R1', { windows: oneWindow })],
    leads: [person('Ada'), person('Ben')],
    ...of,
  });
  return whyNot(pricesOf({ problem: whole, rows, isProven: true }, engine), 'R1', id, role);
}
const adaLeads = [led('R1', 'Ada', WEEK_1)];

describe('why not', () => {
  it('is a price where the rules permit it', () => {
    expect(
      askAbout(
        { leads: [person('Ada'), person('Ben', { home: { lat: 53, lon: -1 } })] },
        adaLeads,
        'Ben',
      ),
    ).toMatchObject({
      hasSeat: false,
      permitted: [{ week: WEEK_1, window: 'MON_WED' }],
      chosen: {
        kind: 'PRICED',
        price: { firstAim: 'fit', verdict: 'LOSS' },
        moves: { reviews: [{ review: 'R1' }] },
      },
      mended: null,
    });
  });

  it('costs nothing for whoever has the seat in the best plan', () => {
    expect(askAbout({}, adaLeads, 'Ada')).toMatchObject({
      hasSeat: true,
      chosen: { price: { verdict: 'NOTHING' }, moves: { reviews: [] } },
    });
  });

  it('is every rule in the way, and the price of the nearest way to mend them', () => {
    const leads = [person('Ada'), person('Ben', { availability: {}, regions: { London: 'NO' } })];
    expect(askAbout({ leads }, adaLeads, 'Ben')).toMatchObject({
      windows: [{ obstacles: [{ rule: 'personIsAvailable' }, { rule: 'regionIsNotRefused' }] }],
      chosen: null,
      mended: { kind: 'PRICED', price: { firstAim: 'fit' } },
    });
  });

  it('prices no way that asks operations to lift a ban, or that there is not', () => {
    expect(askAbout({ bans: [{ lead: 'Ben' }] }, adaLeads, 'Ben')).toMatchObject({
      nearest: { mends: [{ kind: 'LIFT_BANS', bans: [0] }] },
      mended: null,
    });
    const leads = [person('Ada'), person('Ben', { phases: [] })];
    expect(askAbout({ leads }, adaLeads, 'Ben')).toMatchObject({ nearest: null, mended: null });
  });

  it('is a conflict in words where pins rule it out', () => {
    const reviews = [review('R1', { windows: oneWindow }), review('R2', { windows: oneWindow })];
    const pins = [{ review: 'R2', lead: 'Ben' }];
    const rows = [...adaLeads, led('R2', 'Ben', WEEK_1)];
    expect(askAbout({ reviews, pins }, rows, 'Ben').chosen).toMatchObject({
      kind: 'IMPOSSIBLE',
      conflict: [
        { pin: pins[0], isAsked: false, rules: ['At most one review a week'] },
        { pin: { review: 'R1', lead: 'Ben' }, isAsked: true },
      ],
    });
  });

  it('is asked of the other seats, too', () => {
    const leads = [person('Ada'), person('Di', { roles: ['SHADOW'] })];
    expect(askAbout({ leads }, adaLeads, 'Di', 'SHADOW')).toMatchObject({
      role: 'SHADOW',
      hasSeat: false,
      chosen: { kind: 'PRICED' },
    });
    const assured = [person('New', { isNew: true }), person('Eve', { roles: ['QUALITY_ASSURER'] })];
    const rows = [led('R1', 'New', WEEK_1, { qualityAssurer: 'Eve' })];
    expect(askAbout({ leads: assured }, rows, 'Eve', 'QUALITY_ASSURER').hasSeat).toBe(true);
    expect(askAbout({ leads: assured }, rows, 'New', 'QUALITY_ASSURER')).toMatchObject({
      blockedBy: [{ rule: 'roleIsHeld' }],
      chosen: null,
    });
  });

  it('knows who has which seat, on this review and no other', () => {
    const leads = [
      person('New', { isNew: true }),
      person('Eve', { roles: ['QUALITY_ASSURER'] }),
      person('Ada'),
      person('Di', { roles: ['SHADOW'] }),
    ];
    const of = { leads, reviews: [review('R1'), review('R2'), review('R3')] };
    const rows = [
      led('R1', 'New', WEEK_1, { qualityAssurer: 'Eve' }),
      led('R2', 'Ada', WEEK_1, { shadow: 'Di' }),
      row('R3'),
    ];
    const has = (id: string, role: Role): boolean => askAbout(of, rows, id, role).hasSeat;
    expect([has('New', 'LEAD'), has('Ada', 'LEAD')]).toEqual([true, false]);
    expect([has('Eve', 'QUALITY_ASSURER'), has('New', 'QUALITY_ASSURER')]).toEqual([true, false]);
    expect([has('Di', 'SHADOW'), has('Eve', 'SHADOW')]).toEqual([false, false]);
    const other = whyNot(
      pricesOf({ problem: problem(of), rows, isProven: false }, engine),
      'R2',
      'Di',
      'SHADOW',
    );
    expect(other.hasSeat).toBe(true);
  });

  it('refuses who or what is not there', () => {
    expect(() => askAbout({}, adaLeads, 'Zoe')).toThrow('There is nobody Zoe');
    expect(() => askAbout({ reviews: [review('R2')] }, [row('R2')], 'Ada')).toThrow(RangeError);
  });

  it('costs what the pin costs, by trying every plan, with the facts changed where they must be', () => {
    const asked = givenPlan()
      .filter(({ problem: { leads, reviews } }) => leads.length > 0 && reviews.length > 0)
      .chain((given) =>
        fc.record({
          given: fc.constant(given),
          who: fc.constantFrom(...given.problem.leads.map(({ id }) => id)),
          on: fc.constantFrom(...given.problem.reviews.map(({ id }) => id)),
          role: fc.constantFrom(...ROLES),
        }),
      );
    fc.assert(
      fc.property(asked, ({ given, who, on, role }) => {
        const found = whyNot(pricesOf(given, engine), on, who, role);
        const seat = { LEAD: 'lead', QUALITY_ASSURER: 'qualityAssurer', SHADOW: 'shadow' } as const;
        const pin: Change = { kind: 'PIN', pin: { review: on, [seat[role]]: who } };
        const facts = (found.nearest?.mends ?? []).flatMap((mend): Change[] =>
          mend.kind === 'ASK' ? [{ kind: 'FACT', fact: mend.fact }] : [],
        );
        const answer = found.chosen ?? found.mended;
        if (answer === null) {
          expect(lossesByBruteForce(given, [pin])).toBeNull();
          return;
        }
        const losses = answer.kind === 'PRICED' ? answer.price.aims.map(({ loss }) => loss) : null;
        expect(losses).toEqual(lossesByBruteForce(given, [...facts, pin]));
      }),
      { numRuns: propertyCases(100), seed: 5 },
    );
  });
});

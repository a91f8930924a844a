import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  inWeeks,
  led,
  limits,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../test/solver/builders.js';
import { disturbedBetween, DisturbanceModel } from './disturbance.js';
import { loadHighs } from './milp/highs.js';
import type { IntegerResult, MilpEngine, ShouldStop } from './milp/milp.js';
import type { AllocationModel } from './model.js';
import type { Lead, Problem, SeatRow } from './problem.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

const ban = (lead: string, of: string): Problem['bans'][number] => ({ lead, review: of });
const assurer = (id: string, changes: Partial<Lead> = {}): Lead =>
  person(id, { roles: ['QUALITY_ASSURER'], ...changes });

/** One that must not be asked: the answer is at hand. */
const noEngine: MilpEngine = {
  version: 'none',
  open: () => {
    throw new Error('The engine was asked.');
  },
};

/** One that answers as told, and counts how often it was asked and how often its model was given back. */
class Told implements MilpEngine {
  readonly version = 'told';
  asked = 0;
  givenBack = 0;

  constructor(
    private readonly answer: (found: IntegerResult) => IntegerResult = (found) => found,
  ) {}

  open: MilpEngine['open'] = (model) => {
    this.asked++;
    const session = engine.open(model);
    const solve = session.solveInteger.bind(session);
    const giveBack = session.dispose.bind(session);
    return Object.assign(session, {
      solveInteger: (stop: ShouldStop) => this.answer(solve(stop)),
      dispose: () => {
        this.givenBack++;
        giveBack();
      },
    });
  };
}

describe('a plan that disturbs as few as possible', () => {
  const of = problem({
    leads: [person('Ada'), person('Ben'), person('Tom', { roles: ['SHADOW'] })],
    reviews: ['R1', 'R2'].map((id) => review(id, inWeeks(WEEK_1, WEEK_2))),
    weeks: [WEEK_1, WEEK_2],
  });
  const given = [led('R1', 'Ada', WEEK_1, { shadow: 'Tom' }), led('R2', 'Ben', WEEK_1)];
  const least = (changes: Partial<Problem>, asked: MilpEngine = noEngine): SeatRow[] | null =>
    new DisturbanceModel({ ...of, ...changes }, given).least(asked);

  it('is the plan that people know, where it still holds', () => {
    expect(least({})).toEqual(given);
  });

  it('is what is left of it, where that disturbs only those who lose a seat in any plan', () => {
    expect(least({ bans: [ban('Ben', 'R2')] })).toEqual([given[0], row('R2')]);
    const withoutTom = [led('R1', 'Ada', WEEK_1), given[1] as SeatRow];
    expect(least({ bans: [ban('Tom', 'R1')] })).toEqual(withoutTom);
  });

  it('is what is left of it too, where whoever sat beside goes and nobody could be spared instead', () => {
    // Tom stays only beside Ben, who would be disturbed in his place.
    const told = new Told();
    expect(least({ bans: [ban('Ada', 'R1')] }, told)).toEqual([row('R1'), given[1]]);
    expect([told.asked, told.givenBack]).toEqual([1, 1]);
  });

  it('lets somebody who is disturbed anyhow take over, so that whoever sits beside is not', () => {
    const told = new Told();
    const bans = [ban('Ada', 'R1'), ban('Ben', 'R2')];
    const rows = least({ bans }, told) as SeatRow[];
    expect(rows[0]).toEqual(led('R1', 'Ben', WEEK_1, { shadow: 'Tom' }));
    expect(disturbedBetween(of, given, rows)).toEqual(['Ada', 'Ben']);
    expect([told.asked, told.givenBack]).toEqual([1, 1]);
  });

  it('is sought where what is left breaks a rule', () => {
    const known = [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)];
    const [ada, ben] = [person('Ada', limits({ term: 1 })), person('Ben')];
    const model = new DisturbanceModel({ ...of, leads: [ada, ben] }, known);
    const rows = model.least(engine) as SeatRow[];
    expect(disturbedBetween(of, known, rows)).toEqual(['Ada']);
    expect(rows.filter(({ lead }) => lead === 'Ada').length).toBeLessThan(2);
    expect(rows.some(({ lead }) => lead === 'Ben')).toBe(false);
  });

  it('has no assurer where nobody leads', () => {
    const beside = problem({
      leads: [
        person('New', { isNew: true }),
        person('Nia', { isNew: true, conflicts: [{ urn: 'urn of R2', reason: 'own school' }] }),
        assurer('Eve'),
      ],
      reviews: of.reviews,
      weeks: of.weeks,
      bans: [ban('New', 'R1')],
    });
    const known = [led('R1', 'New', WEEK_1, { qualityAssurer: 'Eve' }), row('R2')];
    const rows = new DisturbanceModel(beside, known).least(engine) as SeatRow[];
    expect(rows).toEqual([row('R1'), row('R2')]);
  });

  it('is none where the pins cannot hold, and nobody has a seat where nobody may take any', () => {
    const pins = [{ review: 'R1' }];
    const nobody = { leads: [person('Ada', { roles: ['SHADOW'] })] };
    expect(least(nobody)).toEqual([row('R1'), row('R2')]);
    expect(least({ ...nobody, pins })).toBeNull();
    expect(new DisturbanceModel({ ...of, ...nobody }, given).atMost(1)).toBeNull();
    // Beside others, too: Ben alone is left, and may not lead what is pinned.
    const told = new Told();
    const bans = [ban('Ada', 'R1'), ban('Ben', 'R1')];
    expect(least({ pins, bans }, told)).toBeNull();
    expect([told.asked, told.givenBack]).toEqual([1, 1]);
  });

  it('is none that an engine gives which stops unasked, or whose plan breaks a rule', () => {
    const bans = [ban('Ada', 'R1'), ban('Ben', 'R2')];
    const idle = new Told(() => ({ status: 'STOPPED', values: null, bound: -Infinity, work: 0 }));
    expect(() => least({ bans }, idle)).toThrow('The engine stopped unasked.');
    const wrong = new Told((found) => ({ ...found, values: found.values?.fill(1) ?? null }));
    expect(() => least({ bans }, wrong)).toThrow('A plan breaks a rule');
    expect([idle.givenBack, wrong.givenBack]).toEqual([1, 1]);
  });
});

describe('the model of the plans that disturb at most so many', () => {
  const seatsOf = ({ candidates, problem: of }: AllocationModel): string[] =>
    candidates.map(({ lead, review: at, slot }) =>
      [of.leads[lead]?.id, of.reviews[at]?.id, slot.week, slot.window].join(' '),
    );
  /** Two people and two reviews, each in one week, of which the later window suits hosts less. */
  const of = problem({
    leads: [person('Ada'), person('Ben')],
    reviews: ['R1', 'R2'].map((id) =>
      review(id, {
        windows: [
          { week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' },
          { week: WEEK_1, window: 'WED_FRI', grade: 'ACCEPTABLE' },
        ],
      }),
    ),
    weeks: [WEEK_1],
  });

  it('has a window that another makes needless only where it is the one that people know', () => {
    const known = [led('R1', 'Ada', WEEK_1, { window: 'WED_FRI' })];
    const model = new DisturbanceModel(of, known).atMost(2) as AllocationModel;
    expect(seatsOf(model).sort()).toEqual([
      `Ada R1 ${WEEK_1} MON_WED`,
      `Ada R1 ${WEEK_1} WED_FRI`,
      `Ada R2 ${WEEK_1} MON_WED`,
      `Ben R1 ${WEEK_1} MON_WED`,
      `Ben R2 ${WEEK_1} MON_WED`,
    ]);
  });

  const known = [led('R1', 'Ada', WEEK_1)];

  it('stays as it is when others are made for more people or fewer', () => {
    const disturbance = new DisturbanceModel(of, known);
    const both = disturbance.atMost(2) as AllocationModel;
    const before = structuredClone(both.linear);
    disturbance.atMost(0);
    disturbance.atMost(1);
    expect(both.linear).toEqual(before);
    expect((disturbance.atMost(2) as AllocationModel).linear).toEqual(before);
  });

  it('narrows on what is left to it once somebody is disturbed', () => {
    const { linear, candidates, tighten } = new DisturbanceModel(of, known).atMost(
      1,
    ) as AllocationModel;
    const { columnLower, columnUpper } = structuredClone(linear);
    // The people's columns are the last, in their order: it is Ben who is disturbed.
    columnLower[linear.columnCount - 1] = 1;
    tighten?.({ columnLower, columnUpper });
    expect(columnUpper[linear.columnCount - 2]).toBe(0);
    const open = candidates.flatMap(({ lead, review: at }, i) =>
      columnUpper[i] === 1 ? [`${of.leads[lead]?.id} ${of.reviews[at]?.id}`] : [],
    );
    expect(open).toEqual(['Ada R1', 'Ben R2']);
  });

  it('gives whoever is half disturbed half a review more to lead, though two more weeks are free', () => {
    const three = problem({
      leads: [person('Ada')],
      reviews: [review('R1', inWeeks(WEEK_1)), review('R2', inWeeks(WEEK_2, WEEK_3))],
    });
    const reviews = [...three.reviews, review('R3', inWeeks(WEEK_2, WEEK_3))];
    const ada = person('Ada', limits({ term: 2 }));
    const { linear, candidates } = new DisturbanceModel({ ...three, leads: [ada], reviews }, [
      led('R1', 'Ada', WEEK_1),
    ]).atMost(1) as AllocationModel;
    const session = engine.open(linear);
    const disturbed = linear.columnCount - 1;
    const costs = new Float64Array(linear.columnCount);
    costs.fill(-1, 0, candidates.length);
    session.setCosts(costs);
    const most = (share: number): number => {
      const columnUpper = linear.columnUpper.slice();
      columnUpper[disturbed] = share;
      session.setColumnBounds(linear.columnLower, columnUpper);
      return -session.solveLinear(() => false).cost;
    };
    expect([0, 0.5, 1].map(most)).toEqual([1, 1.5, 2]);
    session.dispose();
  });
});

describe('who is disturbed', () => {
  const people = problem({ leads: [person('Ben'), person('Ada'), person('Cy')] });
  it.each<[string, SeatRow[], SeatRow[], string[]]>([
    [
      'nobody by the same plan in another order',
      [led('R1', 'Ada', WEEK_1), led('R2', 'Ben', WEEK_2)],
      [led('R2', 'Ben', WEEK_2), led('R1', 'Ada', WEEK_1)],
      [],
    ],
    [
      'whoever loses a seat, and whoever takes it',
      [led('R1', 'Ada', WEEK_1)],
      [led('R1', 'Ben', WEEK_1)],
      ['Ben', 'Ada'],
    ],
    [
      'whoever has one seat more',
      [led('R1', 'Ada', WEEK_1)],
      [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)],
      ['Ada'],
    ],
    [
      'whoever has one seat less',
      [led('R1', 'Ada', WEEK_1), led('R2', 'Ada', WEEK_2)],
      [led('R2', 'Ada', WEEK_2)],
      ['Ada'],
    ],
    [
      'whoever sits there in another week',
      [led('R1', 'Ada', WEEK_1)],
      [led('R1', 'Ada', WEEK_2)],
      ['Ada'],
    ],
    [
      'whoever sits there in another window',
      [led('R1', 'Ada', WEEK_1)],
      [led('R1', 'Ada', WEEK_1, { window: 'WED_FRI' })],
      ['Ada'],
    ],
    [
      'whoever has another seat there',
      [led('R1', 'Ada', WEEK_1, { shadow: 'Cy' })],
      [led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Cy' })],
      ['Cy'],
    ],
    [
      'not whoever is no longer there',
      [led('R1', 'Gone', WEEK_1)],
      [led('R1', 'Ada', WEEK_1)],
      ['Ada'],
    ],
  ])('is %s', (_, given, rows, who) => {
    expect(disturbedBetween(people, given, rows)).toEqual(who);
  });
});

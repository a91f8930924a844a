import { beforeAll, describe, expect, it } from '@jest/globals';
import { tellerOf, toldProblem } from '../../../test/support/told-plan.js';
import { led, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { Alternatives } from '../../solver/explain/alternatives.js';
import { loadHighs } from '../../solver/milp/highs.js';
import { type MilpEngine } from '../../solver/milp/milp.js';
import { type PlanStatus } from '../../solver/plan.js';
import { type Problem, type SeatRow } from '../../solver/problem.js';
import { answerQuestion } from '../solving/answer-question.js';
import { type PlanAnswers, type PlanQuestion } from '../solving/plan-question.js';
import { measuredFrom } from './measured-from.js';
import { tellCandidates } from './tell-candidates.js';
import { tellWhyNot } from './tell-why-not.js';
import { tellWhy } from './tell-why.js';
import { type Teller } from './teller.js';

let engine: MilpEngine;
beforeAll(async () => {
  engine = await loadHighs();
});

/** Eve shadows the first school, Ben leads the second where Ada cannot. */
const best = [led('R-1', 'L-1', WEEK_1, { shadow: 'L-3' }), led('R-2', 'L-2', WEEK_2)];
const days = 'Monday 11 to Wednesday 13 January 2027';
const onlyWeek1 = { [WEEK_1]: { MON_WED: 'PREFERRED' as const } };
const of: Problem = {
  ...toldProblem,
  leads: toldProblem.leads.map((lead) =>
    lead.id === 'L-1' ? { ...lead, availability: onlyWeek1 } : lead,
  ),
};

function asked<Question extends PlanQuestion>(
  question: Question,
  changes: Partial<Problem> = {},
  rows: SeatRow[] = best,
  status: PlanStatus = 'OPTIMAL',
): {
  answer: PlanAnswers[Question['kind']];
  from: ReturnType<typeof measuredFrom>;
  teller: Teller;
} {
  const problem = { ...of, ...changes };
  const teller = tellerOf(rows, problem);
  const from = measuredFrom(status, teller);
  const plan = { rows, isProven: from.isProven };
  const answer = answerQuestion(question, {
    alternatives: new Alternatives(problem, engine),
    engine,
    plan,
    onNews: () => undefined,
    shouldStop: () => false,
  });
  return { answer: answer as PlanAnswers[Question['kind']], from, teller };
}

describe('why this one, in words', () => {
  const question = { kind: 'WHY', review: 'R-1' } as const;

  it('tells the facts, what would be lost and who would be next', () => {
    const { answer, from, teller } = asked(question);
    const told = tellWhy(answer, from, teller);
    expect(told).toMatchObject({
      school: 'Vale School, Leeds',
      name: 'Ada Skylark',
      othersPermitted: 1,
      isPinned: false,
      nextBest: { name: 'Ben Linnet', facts: { miles: 90 } },
      measuredFrom: { isProven: true, words: [] },
    });
    expect(told.words).toEqual([
      ...told.facts.words,
      '1 other person may lead it.',
      'In the best plan without Ada Skylark here, Ben Linnet leads it, and the plan is the worse for it.',
      '1 review more short of the term’s targets: Ada Skylark leads 0 of a target of 1.',
      'The load is spread more evenly, by 333 points: Ada Skylark leads 0 instead of 1 and Ben Linnet leads 2 instead of 1.',
      'Leads, dates and schools suit each other less, by 48 points.',
      'Leads travel 90 miles further in all, one way.',
      'Ben Linnet lives 90 miles away instead of 0.',
    ]);
    expect(told.facts.commitment.words).toBe(
      'Leads 1 this term against a target of 1, 3 of 6 in the year',
    );
    expect(told.reason).toBe(
      'Ada Skylark prefers this window as the school does, knows ASD and lives 0 miles away. The only other who may lead it is Ben Linnet, at a price: 1 review more short of the term’s targets: Ada Skylark leads 0 of a target of 1.',
    );
  });

  it('tells where nobody else may lead it', () => {
    const bans = [{ lead: 'L-2', review: 'R-1' }];
    const { answer, from, teller } = asked(question, { bans });
    expect(tellWhy(answer, from, teller).reason).toMatch(/ Nobody else may lead it\.$/u);
    expect(tellWhy(answer, from, teller).words).toEqual(
      expect.arrayContaining([
        'Nobody else may lead it.',
        'In the best plan without Ada Skylark here, it has no lead, and the plan is the worse for it.',
        '1 review loses its lead: Vale School, Leeds.',
      ]),
    );
  });

  it('tells a pin, and pins that leave nobody else', () => {
    const pinned = asked(question, { pins: [{ review: 'R-1', lead: 'L-1' }] });
    const told = tellWhy(pinned.answer, pinned.from, pinned.teller);
    expect(told.isPinned).toBe(true);
    expect(told.reason).toMatch(/ It is pinned, so nobody else can lead it\.$/u);
    expect(told.words).toContain(
      'Ada Skylark is pinned to this review, so nobody else can lead it.',
    );
    const alone = asked(question, {
      pins: [{ review: 'R-1' }],
      bans: [{ lead: 'L-2', review: 'R-1' }],
    });
    expect(tellWhy(alone.answer, alone.from, alone.teller).words).toContain(
      'Pins rule it out. These cannot hold together:',
    );
  });

  it('tells a better plan where the plan is not the best', () => {
    const rows = [led('R-1', 'L-2', WEEK_1), row('R-2')];
    const { answer, from, teller } = asked(question, {}, rows, 'FEASIBLE');
    const told = tellWhy(answer, from, teller);
    expect(told.reason).toMatch(/ is Ada Skylark, and would do better: /u);
    expect(told.words).toEqual(
      expect.arrayContaining([
        'In the best plan without Ben Linnet here, Ada Skylark leads it, and the plan is the better for it.',
        'This plan is not proven to be the best: prices are measured from it as it stands, so some may be gains.',
      ]),
    );
  });

  it('tells where the next best is as good', () => {
    const [ada, , eve] = of.leads;
    if (!ada || !eve) throw new Error('There are three people.');
    const twin = { ...ada, id: 'L-2' };
    const leads = [ada, twin, eve].map((lead) => ({
      ...lead,
      commitment: { minimum: 6, done: 0, target: 0 },
    }));
    const rows = [led('R-1', 'L-1', WEEK_1, { shadow: 'L-3' }), row('R-2')];
    const { answer, from, teller } = asked(question, { leads }, rows);
    expect(tellWhy(answer, from, teller).reason).toMatch(
      / is Ben Linnet, who would do as well\.$/u,
    );
    expect(tellWhy(answer, from, teller).words).toContain(
      'In the best plan without Ada Skylark here, Ben Linnet leads it, and no aim is served worse or better.',
    );
  });
});

describe('why not somebody, in words', () => {
  const about = (
    person: string,
    ...others: [Partial<Problem>?, SeatRow[]?, PlanStatus?]
  ): string[] => {
    const question = { kind: 'WHY_NOT', review: 'R-1', person, role: 'LEAD' } as const;
    const { answer, from, teller } = asked(question, ...others);
    return tellWhyNot(answer, from, teller).words;
  };

  it('tells the price and one way to do it', () => {
    const words = about('L-2');
    expect(words.slice(0, 3)).toEqual([
      'Ben Linnet may lead Vale School, Leeds.',
      'The plan would be the worse for it.',
      '1 review more short of the term’s targets: Ada Skylark leads 0 of a target of 1.',
    ]);
    expect(words.slice(-2)).toEqual([
      'One way to do it:',
      'Vale School, Leeds goes from Ada Skylark to Ben Linnet.',
    ]);
  });

  it('tells that it is so already', () => {
    expect(about('L-1')).toEqual([
      'Ada Skylark does lead Vale School, Leeds in this plan.',
      'It costs nothing: no aim is served worse or better.',
    ]);
    const rows = [led('R-1', 'L-1', WEEK_1), row('R-2')];
    expect(about('L-1', {}, rows, 'FEASIBLE')[1]).toBe('There is a better plan that keeps this.');
  });

  it('tells a gain', () => {
    expect(about('L-1', {}, [row('R-1'), row('R-2')], 'FEASIBLE').slice(0, 3)).toEqual([
      'Ada Skylark may lead Vale School, Leeds.',
      'The plan would be the better for it.',
      '2 reviews get a lead: Vale School, Leeds and Moor School, Leeds.',
    ]);
  });

  it('tells pins that rule it out', () => {
    expect(about('L-2', { pins: [{ review: 'R-1', lead: 'L-1' }] })).toEqual([
      'Ben Linnet may lead Vale School, Leeds.',
      'Pins rule it out. These cannot hold together:',
      'Vale School, Leeds is to be led by Ada Skylark.',
      'Vale School, Leeds is to be led by Ben Linnet, as is asked here.',
      expect.stringMatching(/^The rules? (that together stand )?against it: “/),
    ]);
  });

  it('tells the rules, the nearest way, and what it would cost then', () => {
    const leads = of.leads.map((lead) =>
      lead.id === 'L-2' ? { ...lead, regions: { 'South East': 'NO' as const } } : lead,
    );
    const words = about('L-2', { leads });
    expect(words.slice(1, 4)).toEqual([
      'Ben Linnet could lead it if Ben Linnet travelled to the South East, if reluctantly.',
      'The plan would be the worse for it then.',
      '1 review more short of the term’s targets: Ada Skylark leads 0 of a target of 1.',
    ]);
    const pins = [{ review: 'R-1', lead: 'L-1' }];
    expect(about('L-2', { leads, pins })).toContain('Even so, no plan could have it.');
  });
});

describe('a ranking in words', () => {
  it('has the permitted, those ruled out by pins, and the refused', async () => {
    const question = { kind: 'REVIEW_CANDIDATES', review: 'R-1' } as const;
    const { answer, from, teller } = asked(question);
    expect(await tellCandidates(answer, from, teller)).toMatchObject({
      permitted: [
        { name: 'Ada Skylark', isPresent: true, slots: [{ days }], facts: { miles: 0 } },
        { name: 'Ben Linnet', isPresent: false, alternative: { price: { verdict: 'LOSS' } } },
      ],
      impossible: [],
      refused: [],
    });
    const pinned = asked(question, { pins: [{ review: 'R-1', lead: 'L-1' }] });
    const { impossible } = await tellCandidates(pinned.answer, pinned.from, pinned.teller);
    expect(impossible).toMatchObject([
      { name: 'Ben Linnet', facts: null, alternative: { isPossible: false } },
    ]);
  });

  it.each<[string, Partial<Problem['leads'][number]>, string, string]>([
    ['asking mends it', { availability: {} }, 'MENDABLE', 'Could lead it with one change'],
    ['it is a matter of what somebody knows', { needs: [] }, 'NOT_BY_ASKING', 'Not by asking'],
    [
      'operations may override it',
      { conflicts: [{ urn: 'urn of R-1', reason: 'Led the school’s review in 2025/26' }] },
      'NOT_BY_ASKING',
      'Only if operations override the conflict, with a reason',
    ],
    [
      'nobody overrides it',
      { conflicts: [{ urn: 'urn of R-1', reason: 'Own school (as 100001)' }] },
      'NEVER',
      'Never overridden',
    ],
    [
      'it is somebody’s other school',
      { needs: [], conflicts: [{ urn: 'urn of R-2', reason: 'Own school' }] },
      'NOT_BY_ASKING',
      'Not by asking',
    ],
  ])('knows which kind of no it is where %s', async (_, changes, kind, words) => {
    const leads = of.leads.map((lead) => (lead.id === 'L-2' ? { ...lead, ...changes } : lead));
    const rows = [led('R-1', 'L-1', WEEK_1), row('R-2')];
    const asks = { kind: 'REVIEW_CANDIDATES', review: 'R-1' } as const;
    const { answer, from, teller } = asked(asks, { leads }, rows, 'FEASIBLE');
    const [refused] = (await tellCandidates(answer, from, teller)).refused;
    expect(refused).toMatchObject({ name: 'Ben Linnet', refusal: { kind, words } });
    expect(refused?.reasons.length).toBeGreaterThan(0);
    expect(refused?.noMend.length === 0).toBe(kind === 'MENDABLE');
  });

  it('tells of a window what could be led then', async () => {
    const slot = { week: WEEK_1, window: 'MON_WED' } as const;
    const { answer, from, teller } = asked({ kind: 'WINDOW_CANDIDATES', lead: 'L-1', slot });
    expect(await tellCandidates(answer, from, teller)).toMatchObject({
      permitted: [{ school: 'Vale School, Leeds', isPresent: true }],
      refused: [
        {
          school: 'Moor School, Leeds',
          miles: 0,
          words: [
            `Moor School, Leeds does not accept ${days}.`,
            `Ada Skylark could lead it if Moor School, Leeds accepted ${days}.`,
          ],
        },
      ],
    });
  });

  it('can be stopped between two prices, and tells each as it comes', () => {
    const problem = of;
    const news: string[] = [];
    const answer = answerQuestion(
      { kind: 'REVIEW_CANDIDATES', review: 'R-1' },
      {
        alternatives: new Alternatives(problem, engine),
        engine,
        plan: { rows: best, isProven: true },
        onNews: ({ kind }) => news.push(kind),
        shouldStop: () => true,
      },
    );
    expect([answer, news]).toEqual([null, ['LIST', 'CANDIDATE']]);
  });
});

describe('what prices are measured from', () => {
  it('says which rules the plan breaks', () => {
    const rows = [led('R-1', 'L-1', WEEK_2), row('R-2')];
    const { words, isProven, breaches } = measuredFrom('OPTIMAL', tellerOf(rows, of));
    expect(isProven).toBe(false);
    expect(breaches.length).toBeGreaterThan(0);
    expect(words[1]).toMatch(
      /^This plan breaks rules, which the plans it is compared with do not: /,
    );
  });
});

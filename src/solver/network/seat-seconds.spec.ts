import { describe, expect, it } from '@jest/globals';
import {
  led,
  person,
  problem,
  review,
  row,
  WEEK_1,
  WEEK_2,
  WEEK_3,
} from '../../../test/solver/builders.js';
import { arcOf, type LeadAt, partsOf } from '../../../test/solver/network-parts.js';
import type { Lead, Problem, Window } from '../problem.js';
import type { LeadArc } from './lead-arcs.js';
import { type HeldSecond, type Seated, SecondSeating, tied } from './seat-seconds.js';

const at = (review: string, lead: string, week = WEEK_1): LeadAt => ({ review, lead, week });
const index = (of: Problem, id: string): number => of.leads.findIndex((lead) => lead.id === id);

/** Seats everybody else beside these leads. */
function seated(of: Problem, leads: LeadAt[], held: (LeadAt & { assurer: string })[] = []): Seated {
  const parts = partsOf(of);
  const arcs = leads.map((each) => parts.arcs[arcOf(of, parts, each)] as LeadArc);
  const heldSeats = held.map(({ assurer, ...lead }): HeldSecond => {
    const arc = parts.arcs[arcOf(of, parts, lead)] as LeadArc;
    return {
      review: arc.review,
      window: tied(arc)[0] as LeadArc['windows'][0],
      person: index(of, assurer),
      role: 'QUALITY_ASSURER',
    };
  });
  return new SecondSeating(of, parts.seconds, arcs, heldSeats).run();
}

const free = (...slots: [string, Window][]): Lead['availability'] =>
  Object.fromEntries(slots.map(([week, window]) => [week, { [window]: 'PREFERRED' }]));
const fresh = (id: string): Lead => person(id, { isNew: true });
const assurer = (id: string, changes: Partial<Lead> = {}): Lead =>
  person(id, { roles: ['LEAD', 'QUALITY_ASSURER'], ...changes });
const shadow = (id: string, changes: Partial<Lead> = {}): Lead =>
  person(id, { roles: ['SHADOW'], ...changes });
const reviews = ['R1', 'R2', 'R3'].map((id) => review(id));

describe('quality assurers', () => {
  it('sit with a new lead, not with others', () => {
    const of = problem({ leads: [fresh('Nia'), person('Ada'), assurer('Qi')], reviews });
    expect(seated(of, [at('R1', 'Nia'), at('R2', 'Ada', WEEK_2)]).rows).toEqual([
      led('R1', 'Nia', WEEK_1, { qualityAssurer: 'Qi' }),
      led('R2', 'Ada', WEEK_2),
      row('R3'),
    ]);
  });

  it('sit with a new lead once, where they suit best', () => {
    const availability = {
      [WEEK_1]: { MON_WED: 'IF_NEEDED' },
      [WEEK_2]: { MON_WED: 'AVAILABLE' },
    } as const;
    const of = problem({ leads: [fresh('Nia'), assurer('Qi', { availability })], reviews });
    const { rows } = seated(of, [at('R1', 'Nia'), at('R2', 'Nia', WEEK_2)]);
    expect(rows?.map(({ qualityAssurer }) => qualityAssurer)).toEqual([null, 'Qi', null]);
  });

  it('find each new lead one where that is possible, whoever suits whom', () => {
    // Nia comes first, and Qi suits her better; but only Qi may sit with Noa, in two windows.
    const other = assurer('Quy', { regions: { London: 'RELUCTANT', Wales: 'NO' } });
    const of = problem({
      leads: [fresh('Nia'), fresh('Noa'), assurer('Qi'), other],
      reviews: [
        review('R1', { windows: [{ week: WEEK_1, window: 'MON_WED', grade: 'PREFERRED' }] }),
        review('R2', { region: 'Wales' }),
      ],
    });
    const { rows } = seated(of, [at('R1', 'Nia'), at('R2', 'Noa')]);
    expect(rows?.map(({ qualityAssurer }) => qualityAssurer)).toEqual(['Quy', 'Qi']);
  });

  it('are sought first for who is hardest to assure, so that the easiest is stuck', () => {
    const leads = [
      ...['Nia', 'Noa', 'Nel'].map(fresh),
      assurer('Qi', { regions: { Wales: 'NO' } }),
      assurer('Quy', { regions: { Kent: 'NO' } }),
    ];
    const schools = ['London', 'Wales', 'Kent'].map((region, i) => review(`R${i + 1}`, { region }));
    const of = problem({ leads, reviews: schools });
    const all = [at('R1', 'Nia'), at('R2', 'Noa'), at('R3', 'Nel')];
    expect(seated(of, all)).toEqual({ rows: null, shadows: 0, stuck: index(of, 'Nia') });
    expect(seated(of, all.slice(1)).stuck).toBeNull();
  });

  it('take another window of the week that is as good, and none that is worse', () => {
    const leads = [fresh('Nia'), assurer('Qi', { availability: free([WEEK_1, 'WED_FRI']) })];
    const of = problem({ leads, reviews });
    expect(seated(of, [at('R1', 'Nia')]).rows?.[0]).toEqual(
      led('R1', 'Nia', WEEK_1, { window: 'WED_FRI', qualityAssurer: 'Qi' }),
    );
    const windows = reviews[0]?.windows.map((each) =>
      each.window === 'WED_FRI' ? { ...each, grade: 'ACCEPTABLE' as const } : each,
    );
    const worse = problem({ leads, reviews: [review('R1', { windows: windows ?? [] })] });
    expect(seated(worse, [at('R1', 'Nia')])).toEqual({ rows: null, shadows: 0, stuck: 0 });
  });

  it.each([
    ['have one seat a week', WEEK_1, {}],
    ['keep to their term limit', WEEK_3, { term: 1 }],
    ['keep their rest', WEEK_2, { restReviews: 1, restWeeks: 2 }],
  ])('%s', (_, week, limits) => {
    const rules = { term: 6, restReviews: 4, restWeeks: 4, maxKm: null };
    const of = problem({
      leads: [fresh('Nia'), assurer('Qi', { limits: { ...rules, ...limits } })],
      reviews,
    });
    const busy = [at('R1', 'Nia'), at('R2', 'Qi', week)];
    expect(seated(of, busy)).toEqual({ rows: null, shadows: 0, stuck: 0 });
    expect(seated(of, [at('R1', 'Nia')]).stuck).toBeNull();
    const easier = of.leads.map((lead) => ({ ...lead, limits: rules }));
    expect(seated({ ...of, leads: easier }, busy).stuck).toBe(week === WEEK_1 ? 0 : null);
  });

  it('who are held to a review sit there, and nowhere else that week', () => {
    const quy = assurer('Quy', { regions: { London: 'PREFERRED' } });
    const of = problem({ leads: [fresh('Nia'), fresh('Noa'), assurer('Qi'), quy], reviews });
    const leads = [at('R1', 'Nia'), at('R2', 'Nia', WEEK_2), at('R3', 'Noa', WEEK_2)];
    const held = seated(of, leads, [{ ...at('R2', 'Nia', WEEK_2), assurer: 'Quy' }]);
    expect(held.rows?.map(({ qualityAssurer }) => qualityAssurer)).toEqual([null, 'Quy', 'Qi']);
  });

  it('are given up after many tries', () => {
    const news = Array.from({ length: 14 }, (_, i) => fresh(`N${i}`));
    const assurers = Array.from({ length: 13 }, (_, i) => assurer(`Q${i}`));
    const of = problem({
      leads: [...news, ...assurers],
      reviews: news.map(({ id }) => review(id)),
    });
    const { rows, stuck } = seated(
      of,
      news.map(({ id }) => at(id, id)),
    );
    expect(rows).toBeNull();
    expect(stuck).toBeGreaterThan(0);
  });
});

describe('pinned second seats', () => {
  const leads = [
    person('Ada'),
    fresh('Nia'),
    assurer('Qi'),
    assurer('Quy'),
    shadow('Sam'),
    shadow('Sue'),
  ];

  it('are given to those who are named', () => {
    const pins = [
      { review: 'R1', shadow: 'Sue' },
      { review: 'R2', qualityAssurer: 'Quy' },
    ];
    const of = problem({ leads, reviews, pins });
    const { rows } = seated(of, [at('R1', 'Ada'), at('R2', 'Nia')]);
    expect(rows?.slice(0, 2)).toEqual([
      led('R1', 'Ada', WEEK_1, { shadow: 'Sue' }),
      led('R2', 'Nia', WEEK_1, { qualityAssurer: 'Quy' }),
    ]);
  });

  it('are stuck where those who are named are not free', () => {
    const of = problem({ leads, reviews, pins: [{ review: 'R2', qualityAssurer: 'Qi' }] });
    const busy = [at('R2', 'Nia'), at('R3', 'Qi')];
    expect(seated(of, busy)).toEqual({ rows: null, shadows: 0, stuck: 'PINNED' });
  });
});

describe('shadows', () => {
  it('have no other seat beside one that a pin gives them', () => {
    const leads = [person('Ada'), shadow('Sue')];
    const of = problem({ leads, reviews, pins: [{ review: 'R2', shadow: 'Sue' }] });
    const { rows, shadows } = seated(of, [at('R1', 'Ada'), at('R2', 'Ada', WEEK_2)]);
    expect(rows?.map((each) => each.shadow)).toEqual([null, 'Sue', null]);
    expect(shadows).toBe(1);
  });

  it('sit with established leads, once each, one on a review', () => {
    const of = problem({
      leads: [person('Ada'), fresh('Nia'), assurer('Qi'), shadow('Sam'), shadow('Sue')],
      reviews,
    });
    const { rows, shadows } = seated(of, [at('R1', 'Nia'), at('R2', 'Ada', WEEK_2)]);
    expect(shadows).toBe(1);
    expect(rows?.map((each) => each.shadow)).toEqual([null, 'Sam', null]);
    const more = seated(of, [at('R1', 'Ada'), at('R2', 'Ada', WEEK_2), at('R3', 'Ada', WEEK_3)]);
    expect(more.rows?.map((each) => each.shadow).sort()).toEqual(['Sam', 'Sue', null]);
  });

  it('are as many as possible, also where one has to leave the review that suits best', () => {
    const sue = shadow('Sue', { availability: free([WEEK_1, 'WED_FRI']) });
    const sam = shadow('Sam', { regions: { Wales: 'RELUCTANT', London: 'PREFERRED' } });
    const of = problem({
      leads: [person('Ada'), sam, sue],
      reviews: [review('R1'), review('R2', { region: 'Wales' })],
    });
    expect(seated(of, [at('R1', 'Ada'), at('R2', 'Ada', WEEK_2)]).rows).toEqual([
      led('R1', 'Ada', WEEK_1, { window: 'WED_FRI', shadow: 'Sue' }),
      led('R2', 'Ada', WEEK_2, { shadow: 'Sam' }),
    ]);
  });
});

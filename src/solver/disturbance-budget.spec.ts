import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { led, person, problem, review, WEEK_1, WEEK_2 } from '../../test/solver/builders.js';
import { everyPlan } from '../../test/solver/every-plan.js';
import { tinyProblem } from '../../test/solver/generate.js';
import { propertyCases } from '../../test/solver/property-cases.js';
import { type Candidate } from './candidates.js';
import { disturbedBetween, type PersonColumns } from './disturbance.js';
import { DisturbanceBudget } from './disturbance-budget.js';
import type { ColumnBounds } from './model.js';
import { usableCandidates } from './model.js';
import type { Problem, SeatRow } from './problem.js';
import { seatsOf } from './rules/plan-rule.js';

/** A budget over a problem and the plan that people know; nothing is settled yet. */
class Scene {
  readonly candidates: Candidate[];
  readonly people: PersonColumns[];
  readonly bounds: ColumnBounds;

  constructor(
    readonly of: Problem,
    given: readonly SeatRow[],
  ) {
    this.candidates = [...usableCandidates(of)];
    const known = new Set(this.columnsOf(given));
    this.people = of.leads.map((_, number) => {
      const theirs = [...this.candidates.keys()].filter((i) => this.at(i).lead === number);
      return {
        column: this.candidates.length + number,
        had: theirs.filter((i) => known.has(i)),
        fresh: theirs.filter((i) => !known.has(i)),
      };
    });
    const columns = this.candidates.length + this.people.length;
    this.bounds = {
      columnLower: new Float64Array(columns),
      columnUpper: new Float64Array(columns).fill(1),
    };
  }

  at = (i: number): Candidate => this.candidates[i] as Candidate;

  columnsOf(rows: readonly SeatRow[]): number[] {
    return rows
      .flatMap(seatsOf)
      .map(({ row, role, person: id }) =>
        this.candidates.findIndex(
          ({ lead, review: at, slot, role: as }) =>
            this.of.leads[lead]?.id === id &&
            this.of.reviews[at]?.id === row.review &&
            as === role &&
            slot.week === row.week &&
            slot.window === row.window,
        ),
      );
  }

  tighten(most: number): this {
    new DisturbanceBudget(this.candidates, this.people).tighten(most, this.bounds);
    return this;
  }

  personColumn(id: string): number {
    return this.people[this.of.leads.findIndex((each) => each.id === id)]?.column ?? -1;
  }

  /** Seats that can still be taken: "Ben R1 LEAD 2027-01-11 WED_FRI". */
  open(): string[] {
    return this.candidates.flatMap(({ lead, review: at, role, slot }, i) =>
      this.bounds.columnUpper[i] === 1
        ? [
            `${this.of.leads[lead]?.id} ${this.of.reviews[at]?.id} ${role} ${slot.week} ${slot.window}`,
          ]
        : [],
    );
  }
}

describe('what a budget of disturbance leaves open', () => {
  it('holds every plan that keeps it', () => {
    const met = { plans: 0, shut: 0, held: 0 };
    const drawn = fc.record({
      of: tinyProblem({ people: 4, reviews: 3, weeks: 2 }),
      which: fc.nat(1_000),
    });
    fc.assert(
      fc.property(drawn, ({ of, which }) => {
        const plans = everyPlan({ ...of, pins: [] }, 500) ?? [];
        const given = plans[which % Math.max(1, plans.length)]?.rows;
        if (given === undefined) return;
        for (let most = 0; most <= of.leads.length; most++) {
          const scene = new Scene(of, given).tighten(most);
          const { columnLower: lower, columnUpper: upper } = scene.bounds;
          for (const { rows } of plans) {
            const disturbed = disturbedBetween(of, given, rows);
            if (disturbed.length > most) continue;
            met.plans++;
            const taken = new Set(scene.columnsOf(rows));
            for (const id of disturbed) taken.add(scene.personColumn(id));
            for (const [column, least] of lower.entries()) {
              if (taken.has(column)) expect(upper[column]).toBe(1);
              else expect(least).toBe(0);
            }
          }
          met.shut += upper.filter((most) => most === 0).length;
          met.held += lower.filter((least) => least === 1).length;
        }
      }),
      { numRuns: propertyCases(100), seed: 20270111 },
    );
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(propertyCases(50));
  });

  const windows = review('').windows.slice(0, 2);
  const of = problem({
    leads: [
      person('Ada', { isNew: true }),
      person('Ben', { roles: ['LEAD', 'QUALITY_ASSURER'], phases: ['special', 'primary'] }),
      person('Eve', { roles: ['QUALITY_ASSURER'] }),
    ],
    reviews: [review('R1', { windows }), review('R2', { windows, phase: 'primary' })],
    weeks: [WEEK_1],
  });
  /** Ada, who is new, leads R1 from Monday to Wednesday; Eve assures it. */
  const given = [led('R1', 'Ada', WEEK_1, { qualityAssurer: 'Eve' })];
  const ofBen = (scene: Scene): string[] => scene.open().filter((seat) => seat.startsWith('Ben'));

  it('is nothing but what was, where nobody may be disturbed', () => {
    const scene = new Scene(of, given).tighten(0);
    expect(scene.open()).toEqual([
      `Ada R1 LEAD ${WEEK_1} MON_WED`,
      `Eve R1 QUALITY_ASSURER ${WEEK_1} MON_WED`,
    ]);
    const { columnLower: lower, columnUpper: upper } = scene.bounds;
    for (const { column, had } of scene.people) {
      expect(upper[column]).toBe(0);
      expect(had.map((i) => lower[i])).toEqual(had.map(() => 1));
    }
  });

  it('counts whoever sits where somebody new would: in the same seat, or in another slot of the review', () => {
    const own = [`Ben R2 LEAD ${WEEK_1} MON_WED`, `Ben R2 LEAD ${WEEK_1} WED_FRI`];
    // Beside them on Monday he displaces one of the two, from Wednesday both.
    const monday = [`Ben R1 LEAD ${WEEK_1} MON_WED`, `Ben R1 QUALITY_ASSURER ${WEEK_1} MON_WED`];
    const open = (most: number): string[] => ofBen(new Scene(of, given).tighten(most)).sort();
    expect(open(1)).toEqual(own);
    expect(open(2)).toEqual([...monday, ...own]);
    expect(open(3)).toHaveLength(6);
  });

  it('counts whoever sits there in another week, though in the same window', () => {
    const later = { ...of, weeks: [WEEK_1, WEEK_2] };
    const reviews = later.reviews.map((each) => ({ ...each, windows: review('').windows }));
    const seat = `Ben R1 LEAD ${WEEK_2} MON_WED`;
    const open = (most: number): string[] =>
      ofBen(new Scene({ ...later, reviews }, given).tighten(most));
    expect(open(2)).not.toContain(seat);
    expect(open(3)).toContain(seat);
  });

  it('counts nobody twice who is disturbed already', () => {
    const settled = (most: number): Scene => {
      const scene = new Scene(of, given);
      scene.bounds.columnLower[scene.personColumn('Ada')] = 1;
      return scene.tighten(most);
    };
    expect(ofBen(settled(1))).toEqual([]);
    // She may go on to Wednesday only where Eve may be disturbed too.
    const ofAda = (most: number): string[] =>
      settled(most)
        .open()
        .filter((seat) => seat.startsWith('Ada'));
    expect([1, 2].map((most) => ofAda(most).length)).toEqual([1, 2]);
    expect(ofBen(settled(2))).toContain(`Ben R1 LEAD ${WEEK_1} MON_WED`);
    expect(ofBen(settled(2))).not.toContain(`Ben R1 LEAD ${WEEK_1} WED_FRI`);
    const { columnUpper: upper } = settled(1).bounds;
    const scene = new Scene(of, given);
    expect(of.leads.map(({ id }) => upper[scene.personColumn(id)])).toEqual([1, 0, 0]);
  });

  it('leaves no seat that would displace somebody who cannot be disturbed, however many others can', () => {
    const scene = new Scene(of, given);
    scene.bounds.columnUpper[scene.personColumn('Eve')] = 0;
    scene.tighten(3);
    const seats = ofBen(scene);
    expect(seats).toContain(`Ben R1 LEAD ${WEEK_1} MON_WED`);
    expect(seats).not.toContain(`Ben R1 LEAD ${WEEK_1} WED_FRI`);
    expect(seats).not.toContain(`Ben R1 QUALITY_ASSURER ${WEEK_1} MON_WED`);
    expect(scene.open().filter((seat) => seat.startsWith('Eve'))).toEqual([
      `Eve R1 QUALITY_ASSURER ${WEEK_1} MON_WED`,
    ]);
  });
});

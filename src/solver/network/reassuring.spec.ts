import { describe, expect, it } from '@jest/globals';
import { person, problem, review, row, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import type { Problem, SeatRow } from '../problem.js';
import { reassure } from './reassuring.js';
import type { Assured } from './restricted-network.js';

/** So many new leads, each with a review that the same person assures. */
function withNewLeads(count: number): { of: Problem; rows: SeatRow[] } {
  const ids = Array.from({ length: count }, (_, i) => `N${i}`);
  const of = problem({
    leads: [
      person('Ada', { roles: ['QUALITY_ASSURER'] }),
      ...ids.map((id) => person(id, { isNew: true })),
    ],
    reviews: ids.map((id) => review(`R-${id}`)),
    weeks: [WEEK_1, WEEK_2],
  });
  const rows = ids.map((id) =>
    row(`R-${id}`, { lead: id, week: WEEK_2, window: 'MON_WED', qualityAssurer: 'Ada' }),
  );
  return { of, rows };
}

/** Who is let go each time. @param isBetter told how often it was asked; true: the plan that is found is better */
function letGo(
  { of, rows }: { of: Problem; rows: SeatRow[] },
  isBetter: (asked: number) => boolean,
  shouldStop: (asked: number) => boolean = () => false,
): { groups: string[][]; kept: (readonly Assured[])[] } {
  const groups: string[][] = [];
  const kept: (readonly Assured[])[] = [];
  let plan = rows;
  const newLeads = of.leads.filter(({ isNew }) => isNew);
  reassure(
    of,
    () => plan,
    (assurances) => {
      const staying = new Set(assurances.map((each) => of.leads[each.person]?.id));
      groups.push(newLeads.map(({ id }) => id).filter((id) => !staying.has(id)));
      kept.push(assurances);
      if (isBetter(groups.length)) plan = [...plan];
    },
    () => shouldStop(groups.length),
  );
  return { groups, kept };
}

describe('looking for assurers anew', () => {
  it('lets every new lead go once in a pass, three at a time, and ends after one in which nothing is better', () => {
    const { groups } = letGo(withNewLeads(8), () => false);
    expect(groups.map((group) => group.length)).toEqual([3, 3, 2]);
    expect(groups.flat().sort()).toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7']);
  });

  it('lets others go together in the next pass, where the last found a better plan', () => {
    const { groups } = letGo(withNewLeads(9), (asked) => asked === 2);
    expect(groups).toHaveLength(6);
    expect(groups.slice(3).flat().sort()).toEqual(groups.slice(0, 3).flat().sort());
    expect(groups[3]).not.toEqual(groups[0]);
    // Nobody is asked again with the same two others.
    const known = groups.slice(0, 3).map(String);
    expect(
      groups
        .slice(3)
        .map(String)
        .filter((group) => known.includes(group)),
    ).toEqual([]);
  });

  it('ends after four passes, however much better plans get', () => {
    expect(letGo(withNewLeads(6), () => true).groups).toHaveLength(8);
  });

  it('keeps everybody else assured by whom and when they are', () => {
    const { kept } = letGo(withNewLeads(4), () => false);
    expect(kept[0]).toEqual([{ kind: 'ASSURED', person: 4, week: 1, assurer: 0 }]);
    expect(kept[1]?.map(({ person: newLead }) => newLead)).toEqual([1, 2, 3]);
  });

  it('keeps what the better plan found says from then on', () => {
    const { of, rows } = withNewLeads(6);
    const better = rows.map((each) => ({ ...each, week: WEEK_1 }));
    let plan = rows;
    const weeks: number[] = [];
    reassure(
      of,
      () => plan,
      (kept) => {
        weeks.push(kept[0]?.week ?? -1);
        plan = better;
      },
      () => weeks.length === 2,
    );
    expect(weeks).toEqual([1, 0]);
  });

  it('lets everybody go in each pass, though some are together again: neighbours first, then every other one', () => {
    const { groups } = letGo(withNewLeads(7), (asked) => asked % 3 === 0);
    expect(groups.slice(0, 6)).toEqual([
      ['N0', 'N1', 'N2'],
      ['N3', 'N4', 'N5'],
      ['N6'],
      ['N0', 'N1', 'N4'],
      ['N2', 'N5', 'N6'],
      ['N3'],
    ]);
    expect(groups).toHaveLength(12);
  });

  it('keeps nobody who has no assurer, nor anybody whom the problem does not know', () => {
    const { of, rows } = withNewLeads(4);
    const [first, second, third, fourth] = rows as [SeatRow, SeatRow, SeatRow, SeatRow];
    const plan = [
      { ...first, qualityAssurer: null },
      { ...second, lead: 'Gone' },
      row(third.review),
      { ...fourth, qualityAssurer: 'Gone' },
    ];
    expect(letGo({ of, rows: plan }, () => false).kept).toEqual([[], []]);
  });

  it('stops when it is told', () => {
    const { groups } = letGo(
      withNewLeads(9),
      () => true,
      (asked) => asked === 2,
    );
    expect(groups).toHaveLength(2);
  });

  it('asks nothing where nobody is new', () => {
    expect(letGo({ of: withNewLeads(0).of, rows: [] }, () => true).groups).toEqual([]);
  });
});

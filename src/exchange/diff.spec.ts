import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Row } from './columns/column.js';
import { diffKind, sameRow } from './diff.js';
import { standing } from './kinds/standing.js';
import { dayAfter } from './period-arithmetic.js';
import { type Incoming } from './read-rows.js';
import { keyOf, type Change, type Stored } from './record-kind.js';

function period(from: string, to: string | null, word = 'IN_POOL'): Row {
  return { Reference: 'LR-1', From: from, To: to, Standing: word, Reason: null };
}

function stored(...rows: Row[]): Stored[] {
  return rows.map((row, index) => ({ id: String(index), row }));
}

function incoming(...rows: Row[]): Incoming[] {
  return rows.map((row, index) => ({
    row,
    remove: false,
    sheet: 'standing.csv',
    number: index + 2,
  }));
}

/** The records once the changes are made. */
function after(current: readonly Stored[], changes: readonly Change[]): Row[] {
  const rows = new Map(current.map(({ row }) => [keyOf(standing, row), row]));
  for (const change of changes.filter((each) => each.action === 'remove')) rows.delete(change.key);
  for (const change of changes) if (change.after) rows.set(change.key, change.after);
  return [...rows.values()].sort((one, other) => (String(one.From) < String(other.From) ? -1 : 1));
}

describe('a new period', () => {
  it.each<[string, Row[], Row, [string, string | null][]]>([
    [
      'before all others',
      [period('2027-01-01', null)],
      period('2026-01-01', '2026-12-31'),
      [
        ['2026-01-01', '2026-12-31'],
        ['2027-01-01', null],
      ],
    ],
    [
      'that begins on the day another ends',
      [period('2026-01-01', '2026-12-31')],
      period('2026-12-31', null),
      [
        ['2026-01-01', '2026-12-30'],
        ['2026-12-31', null],
      ],
    ],
    [
      'the day after another ends',
      [period('2026-01-01', '2026-12-31')],
      period('2027-01-01', null),
      [
        ['2026-01-01', '2026-12-31'],
        ['2027-01-01', null],
      ],
    ],
    [
      'inside another',
      [period('2026-01-01', null)],
      period('2026-03-01', '2026-03-31'),
      [
        ['2026-01-01', '2026-02-28'],
        ['2026-03-01', '2026-03-31'],
        ['2026-04-01', null],
      ],
    ],
    [
      'around others',
      [period('2026-02-01', '2026-02-10'), period('2026-03-01', null)],
      period('2026-01-01', null),
      [['2026-01-01', null]],
    ],
    [
      'from the same day',
      [period('2026-01-01', null)],
      period('2026-01-01', '2026-06-30'),
      [['2026-01-01', '2026-06-30']],
    ],
  ])('%s fits', (_, current, wanted, expected) => {
    const { changes, faults } = diffKind(standing, stored(...current), incoming(wanted));
    expect(faults).toEqual([]);
    expect(after(stored(...current), changes).map((row) => [row.From, row.To])).toEqual(expected);
  });

  it('that overlaps another of the same file is a fault', () => {
    const { faults } = diffKind(
      standing,
      [],
      incoming(period('2026-01-01', '2026-02-01'), period('2026-02-01', null)),
    );
    expect(faults).toMatchObject([{ row: 3, column: 'From' }]);
  });
});

describe('any file over any history', () => {
  const day = fc
    .integer({ min: 0, max: 40 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const history = fc
    .array(fc.tuple(day, fc.option(day, { nil: null }), fc.constantFrom('IN_POOL', 'PAUSED')), {
      maxLength: 6,
    })
    .map(apart);

  it('never leaves two periods on one day, says what the file says, and is stable', () => {
    fc.assert(
      fc.property(history, history, (current, wanted) => {
        const before = stored(...current);
        const { changes, faults } = diffKind(standing, before, incoming(...wanted));
        expect(faults).toEqual([]);
        const rows = after(before, changes);
        rows.slice(1).forEach((row, index) => {
          expect(rows[index]?.To).not.toBeNull();
          expect(String(rows[index]?.To) < String(row.From)).toBe(true);
        });
        for (const row of wanted) expect(rows.some((each) => sameRow(each, row))).toBe(true);
        expect(diffKind(standing, stored(...rows), incoming(...wanted)).changes).toEqual([]);
      }),
      { seed: 3, numRuns: 1_000 },
    );
  });

  /** Periods one after the other, as a series must be. */
  function apart(drawn: [string, string | null, string][]): Row[] {
    const sorted = drawn.sort(([one], [other]) => (one < other ? -1 : 1));
    const rows: Row[] = [];
    for (const [start, end, word] of sorted) {
      const last = rows.at(-1);
      if (last?.To === null) break;
      const from = last && String(last.To) >= start ? dayAfter(String(last.To)) : start;
      rows.push(period(from, end !== null && end < from ? from : end, word));
    }
    return rows;
  }
});

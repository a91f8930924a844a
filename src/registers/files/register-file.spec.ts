import { describe, expect, it } from '@jest/globals';
import { column } from '../register-column.js';
import { registerCsv } from './register-file.js';

/** What a file says it shows, in its second line. */
function shown(rows: number, total: number): string | undefined {
  const text = registerCsv({
    title: 'Checks',
    columns: [column('name', 'Name')],
    rows: Array.from({ length: rows }, () => ({ name: 'Ada' })),
    noun: 'things that run out',
    total,
    chosenBy: [],
    notes: [],
    author: 'Ruth Ellison',
    madeAt: new Date('2026-12-21T09:30:00Z'),
  });
  return text.split('\r\n')[1];
}

describe('a file of a view', () => {
  it('says how much it shows, also of one and of none', () => {
    expect(shown(3, 3)).toBe('Things that run out: all 3');
    expect(shown(1, 3)).toBe('Things that run out: 1 of 3');
    expect(shown(1, 1)).toBe('Things that run out: 1');
    expect(shown(0, 0)).toBe('Things that run out: none');
  });
});

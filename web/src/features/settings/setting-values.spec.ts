import { describe, expect, it } from '@jest/globals';
import { numberOf, penceOf, poundsOf, valueAt, withValueAt } from './setting-values';

describe('values of a group of settings', () => {
  const group = { commitment: { LEAD: true, SHADOW: false }, pay: { LEAD: true } };

  it('are read and replaced at a path, and the rest stays', () => {
    expect(valueAt(group, ['commitment', 'SHADOW'])).toBe(false);
    expect(valueAt(group, ['nothing', 'there'])).toBeUndefined();
    expect(withValueAt(group, ['commitment', 'SHADOW'], true)).toEqual({
      commitment: { LEAD: true, SHADOW: true },
      pay: { LEAD: true },
    });
    expect(group.commitment.SHADOW).toBe(false);
  });

  it('are money in pence and pounds', () => {
    expect(penceOf('£1,250.50')).toBe(125_050);
    expect(penceOf('0.29')).toBe(29);
    expect(penceOf('a lot')).toBe('a lot');
    expect(poundsOf(125_050)).toBe('1250.50');
    expect(poundsOf('a lot')).toBe('a lot');
  });

  it('stay as they were typed where they are no numbers', () => {
    expect(numberOf('7')).toBe(7);
    expect(numberOf('')).toBe('');
    expect(numberOf('seven')).toBe('seven');
  });
});

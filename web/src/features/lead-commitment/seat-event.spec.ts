import { describe, expect, it } from '@jest/globals';
import { isEnding, kindsLeft, usualCauser } from './seat-event';

describe('what can be recorded of a seat', () => {
  it('leaves out what is on record already', () => {
    const left = kindsLeft([{ kind: 'OFFERED' }, { kind: 'ACCEPTED' }]);
    expect(left.map(({ kind }) => kind)).toEqual(['DECLINED', 'WITHDRAWN', 'CANCELLED', 'LED']);
  });
  it('asks who and why only where something ended', () => {
    expect(isEnding('DECLINED')).toBe(true);
    expect(isEnding('LED')).toBe(false);
    expect([usualCauser('CANCELLED'), usualCauser('DECLINED')]).toEqual([
      'SCHOOL',
      'LEAD_REVIEWER',
    ]);
  });
});

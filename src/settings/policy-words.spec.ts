import { describe, expect, it } from '@jest/globals';
import { defaultPolicies, type Policy, policySchema } from './policies.js';
import { policyInWords, policyNumbers } from './policy-words.js';

const standard = defaultPolicies['Standard'] as Policy;
const named = (name: string): string => policyInWords(defaultPolicies[name] as Policy);

describe('a policy in words', () => {
  it('says what each of the presets weighs', () => {
    expect(named('Standard')).toBe(
      'The usual weights: wishes for dates and regions, shared needs and travel, in balance.',
    );
    expect(named('Least travel')).toBe('Travel and nights away count 3 times as much as usual.');
    expect(named('Wishes first')).toBe(
      'Leads’ wishes for dates, schools’ wishes for dates and leads’ wishes for regions count twice as much as usual.',
    );
  });

  it('says so when a topic counts less, not at all, or in another way', () => {
    expect(policyInWords({ ...standard, travelStepKm: 10 })).toBe(
      'Travel counts half as much as usual.',
    );
    expect(policyInWords({ ...standard, unmatchedNeed: 0 })).toBe(
      'Needs that are not shared count for nothing.',
    );
    expect(policyInWords({ ...standard, hostWindow: { PREFERRED: 5, ACCEPTABLE: 15 } })).toBe(
      'Schools’ wishes for dates count differently than usual.',
    );
    expect(policyInWords({ ...standard, overnightKm: 200 })).toBe(
      'A night away begins at another distance.',
    );
  });

  it('shows every number there is', () => {
    const shown = policyNumbers(standard).flatMap(({ numbers }) => numbers).length;
    const numbers = Object.values(policySchema.parse(standard)).flatMap((value) =>
      typeof value === 'number' ? [value] : Object.values(value),
    );
    expect(shown).toBe(numbers.length);
  });
});

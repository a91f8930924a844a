import { expect, it } from '@jest/globals';
import { readIds } from './snoozed-lines';

it('reads the lines that were put aside, and nothing else that stands there', () => {
  expect([...readIds('under-target-aec3df686e86 no-plan-0123456789ab')]).toHaveLength(2);
  expect([...readIds('')]).toEqual([]);
  expect([...readIds('{"some": "thing"} <script>')]).toEqual([]);
});

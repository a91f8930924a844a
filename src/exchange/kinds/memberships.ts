import { from, periodIsOrdered, schoolUrn, to } from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const memberships = factKind({
  name: 'memberships',
  title: 'Memberships',
  note: 'When a school belongs to the network.',
  table: 'membership',
  period: 'valid',
  series: ['URN'],
  columns: [schoolUrn, from, to],
  check: periodIsOrdered,
});

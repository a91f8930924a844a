import {
  from,
  homeDistrict,
  leadReference,
  periodIsOrdered,
  to,
} from '../columns/shared-columns.js';
import { factKind } from '../fact-kind.js';

export const formerHomes = factKind({
  name: 'former-homes',
  title: 'Former homes',
  note: 'Where a person lived before they moved: journeys to reviews of that time are measured from there.',
  table: 'former_home',
  period: 'valid',
  series: ['Reference'],
  columns: [
    leadReference,
    { ...from, note: 'The first day on which they lived there; 1900-01-01 where it is not known.' },
    { ...to, required: true, note: 'The last day on which they lived there.' },
    {
      ...homeDistrict,
      db: 'postcode_district',
      note: 'The first half of the postcode of that home; no more is kept.',
    },
  ],
  check: periodIsOrdered,
});

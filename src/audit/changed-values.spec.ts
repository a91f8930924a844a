import { expect, it } from '@jest/globals';
import { changedValues } from './changed-values.js';

it('tells what an entry changed, field by field, and leaves out what stayed', () => {
  const before = { startsOn: '2027-01-04', endsOn: '2027-03-25' };
  const after = { startsOn: '2027-01-04', endsOn: '2027-03-24' };
  expect(changedValues({ subject: 'term', before, after })).toEqual([
    { field: 'Ends on', before: '25 March 2027', after: '24 March 2027' },
  ]);
});

it('compares a setting with the value it has since, and says from when', () => {
  const before = { commitment: { LEAD: true, QUALITY_ASSURER: false } };
  const value = { commitment: { LEAD: true, QUALITY_ASSURER: true } };
  const after = { value, from: '2027-01-04', to: null };
  expect(changedValues({ subject: 'setting', before, after })).toEqual([
    { field: 'Commitment, quality assurer', before: 'no', after: 'yes' },
    { field: 'Holds from', before: '–', after: '4 January 2027' },
  ]);
});

it('calls the items of a list by their names', () => {
  const after = {
    academicYear: '2026/27',
    halfTerms: [{ number: 1, name: 'Autumn 1', startsOn: '2026-09-01' }],
    insetDays: ['2026-09-01', '2026-09-02'],
  };
  expect(changedValues({ subject: 'school_calendar', before: null, after })).toEqual([
    { field: 'Academic year', before: '–', after: '2026/27' },
    { field: 'Half terms, Autumn 1, starts on', before: '–', after: '1 September 2026' },
    { field: 'Inset days', before: '–', after: '1 September 2026, 2 September 2026' },
  ]);
  const day = { date: '2027-01-07', title: 'Training day', mode: 'IN_PERSON' };
  expect(changedValues({ subject: 'training_day', before: null, after: day })).toContainEqual({
    field: 'Mode',
    before: '–',
    after: 'in person',
  });
});

import { expect, it } from '@jest/globals';
import { type KeepableReview, reviewsFound } from './reviews-found';

const review = (school: string, words: string): KeepableReview => ({
  review: school,
  school,
  region: 'North East',
  isPinned: false,
  words,
});
const reviews = [
  review('Vale School, Leeds', 'Ana Ní Bhriain leads on Monday 11 to Wednesday 13 January 2027'),
  review('Hill School, York', 'Ben Linnet leads on Monday 18 to Wednesday 20 January 2027'),
];
const found = (sought: string): string[] =>
  reviewsFound(reviews, sought).map(({ school }) => school);

it('finds reviews by parts of names, whatever the order, the case and the accents', () => {
  expect(found('')).toHaveLength(2);
  expect(found(' ni  vale ')).toEqual(['Vale School, Leeds']);
  expect(found('LINNET')).toEqual(['Hill School, York']);
  expect(found('north east')).toHaveLength(2);
  expect(found('linnet vale')).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { type Candidate, emptyRanking, instead, withEvent } from '../../api/ranking';
import { announcementOf, progressInWords } from './ranking-words';

function candidate(lead: string, fit: number, miles = 10): Candidate {
  const price = {
    aims: [
      { aim: 'coverage', given: 1, alternative: 1, loss: 0 },
      { aim: 'fit', given: 1, alternative: 1 + fit, loss: fit },
    ],
    headline: `Fit ${fit}.`,
  };
  return {
    lead,
    name: `Name ${lead}`,
    facts: { miles },
    isPresent: false,
    alternative: { isPossible: true, moves: [], price },
  } as unknown as Candidate;
}

const list = { type: 'list', data: { measuredFrom: null, toPrice: 3, refused: [] } };
const priced = (each: Candidate) => ({ type: 'candidate', data: each });

describe('a ranking as it arrives', () => {
  it('is sorted by price, then by miles, whatever comes first', () => {
    const known = [
      list,
      priced(candidate('L1', 8)),
      priced(candidate('L2', 2, 30)),
      priced(candidate('L3', 2, 5)),
    ].reduce(withEvent, emptyRanking);
    expect(known.permitted.map(({ lead }) => lead)).toEqual(['L3', 'L2', 'L1']);
    expect(progressInWords(known, false)).toBe(
      '3 of 3 priced. Cheapest first, as far as is known.',
    );
  });

  it('keeps apart whom pins rule out, and takes the whole ranking as it comes', () => {
    const pinned = { ...candidate('L4', 0), alternative: { isPossible: false } };
    const known = [list, priced(pinned as Candidate)].reduce(withEvent, emptyRanking);
    expect(known).toMatchObject({ permitted: [], impossible: [{ lead: 'L4' }], isWhole: false });
    const whole = {
      measuredFrom: null,
      permitted: [candidate('L1', 1)],
      impossible: [],
      refused: [],
    };
    const ended = withEvent(known, { type: 'ended', data: whole });
    expect(ended).toMatchObject({ toPrice: 1, impossible: [], isWhole: true });
  });

  it('is told in words', () => {
    expect(progressInWords(emptyRanking, false)).toBe('Looking who may lead it…');
    const nobody = withEvent(emptyRanking, { type: 'list', data: { toPrice: 0, refused: [] } });
    expect(progressInWords(nobody, false)).toBe('Nobody may lead it as things stand.');
    expect(progressInWords(nobody, true)).toBe('Nobody else may lead it as things stand.');
    const permitted = [candidate('L1', 0), candidate('L2', 4)];
    const whole = { permitted, impossible: [], refused: [], measuredFrom: null };
    const ended = withEvent(emptyRanking, { type: 'ended', data: whole });
    expect(announcementOf(ended, false)).toBe(
      'All 2 prices are known. Name L1 comes first: Fit 0.',
    );
  });

  it('is no ranking where no plan has anybody of them lead it', () => {
    const none = { ...candidate('L1', 0), alternative: { isPossible: false } } as Candidate;
    const of = (...impossible: Candidate[]) =>
      withEvent(emptyRanking, {
        type: 'ended',
        data: { permitted: [], impossible, refused: [], measuredFrom: null },
      });
    expect(progressInWords(of(none), false)).toBe(
      'No plan can have the one lead whom the rules permit. Found by solving the term again.',
    );
    expect(announcementOf(of(none, none), false)).toBe(
      'No plan can have any of the 2 leads whom the rules permit. Found by solving the term again.',
    );
  });

  it('leaves out whoever leads it now, but not where others had better move', () => {
    const now = { ...candidate('L1', 0), isPresent: true };
    const others = [candidate('L2', 4)];
    const of = (present: Candidate) =>
      instead({ ...emptyRanking, permitted: [present, ...others], toPrice: 2, isWhole: true });
    expect(of(now)).toMatchObject({ permitted: others, toPrice: 1 });
    expect(announcementOf(of(now), true)).toBe('The price is known. Name L2 comes first: Fit 4.');
    const moving = { ...now, alternative: { ...now.alternative, moves: [{}] } };
    expect(of(moving as Candidate).toPrice).toBe(2);
  });
});

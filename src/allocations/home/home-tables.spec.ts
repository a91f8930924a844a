import { describe, expect, it } from '@jest/globals';
import { allLed, homeScene, row } from '../../../test/support/home-scene.js';
import { JANUARY_11, JANUARY_18, JANUARY_25 } from '../../../test/support/small-registers.js';
import { regionTiles, weekColumns } from './home-tables.js';
import { termInWords, termTitle } from './term-words.js';

const scene = homeScene();
const { facts, planned } = scene;

describe('the pictures', () => {
  it('count every region of the register, the led against the due', async () => {
    const plan = await planned([allLed[0]!, row('QAR-2', null, JANUARY_18)]);
    const tiles = regionTiles(await facts(plan));
    expect(tiles).toHaveLength(9);
    expect(tiles.filter(({ reviews }) => reviews > 0)).toEqual([
      expect.objectContaining({ region: 'London', withLead: 1, standing: 'ALL' }),
      expect.objectContaining({
        region: 'North East',
        isPriority: true,
        withLead: 0,
        standing: 'FEW',
        words: '1 without a lead',
      }),
    ]);
    expect(regionTiles(await facts())[2]).toMatchObject({ standing: 'NO_PLAN', withLead: null });
  });

  it('lay each week’s reviews against the people, with half-term between', async () => {
    const plan = await planned([allLed[0]!, row('QAR-2', null, JANUARY_18)]);
    const weeks = weekColumns(await facts(plan));
    expect(weeks[1]).toMatchObject({ week: JANUARY_11, planned: 1, waiting: 0, people: 2 });
    expect(weeks[2]).toMatchObject({ week: JANUARY_18, planned: 0, waiting: 1, people: 2 });
    expect(weeks.filter(({ breakBefore }) => breakBefore !== null)).toEqual([
      expect.objectContaining({ week: '2027-02-22', breakBefore: 'Half-term' }),
    ]);
    expect(weekColumns(await facts())[1]).toMatchObject({ planned: null, waiting: null });
  });

  it('count who waits for a closed window under the next that they accept', async () => {
    await scene.registers.hostAnswers('QAR-2', [
      { week: '2027-01-04', window: 'WED_FRI', grade: 'PREFERRED' },
      { week: JANUARY_25, window: 'MON_WED', grade: 'ACCEPTABLE' },
    ]);
    const weeks = weekColumns(await facts(await planned([allLed[0]!])));
    expect(weeks.filter(({ waiting }) => waiting === 1)).toMatchObject([{ week: JANUARY_25 }]);
  });

  it('tell the term in words', async () => {
    const told = await facts(await planned());
    expect(termTitle(told.term)).toBe('Spring term 2027');
    expect(termInWords(told)).toEqual([
      'Monday 4 January to Thursday 25 March 2027.',
      '11 school weeks.',
      'The first planned review begins in 3 weeks.',
    ]);
    expect(termInWords(await facts(null, { today: '2027-04-01' })).at(-1)).toBe(
      'The term is over.',
    );
  });
});

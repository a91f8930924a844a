import { describe, expect, it } from '@jest/globals';
import { boardsOverHttp } from '../../../test/support/small-board.js';
import { clear, later, put, week } from '../../../test/support/two-by-two.js';
import { type BoardView } from './board.schema.js';

const plans = '/api/v1/plans';
const http = boardsOverHttp();

describe('a plan as a board', () => {
  it('shows weeks, people with their availability and warnings, and reviews by short names', async () => {
    const shown = await http.show(await http.solved('Shown'));
    expect(shown).toMatchObject({
      plan: { version: 1, name: 'Spring 2027', newest: { version: 1 } },
      coverage: { covered: 2, reviews: 2 },
      words: '2 of 2 reviews have a lead.',
      standing: 'No rule is broken.',
    });
    expect(shown.weeks.map(({ label, gapBefore, placed }) => [label, gapBefore, placed])).toEqual([
      ['11 Jan', null, 2],
      ['29 Mar', 'Break', 0],
    ]);
    expect(shown.weeks[0]?.windows.map(({ label, closed }) => [label, closed])).toEqual([
      ['M–W', null],
      ['W–F', 'Training day, 13 January 2027'],
    ]);
    expect(
      shown.people.map(({ name, home, note, warnings, lane }) => [
        name,
        home,
        note,
        warnings.map(({ short }) => short),
        lane,
      ]),
    ).toEqual([
      [
        'Ana Ní Bhriain',
        'Brighton and Hove',
        null,
        ['DBS 22 Jan'],
        ['AVAILABLE', 'CLOSED', 'UNAVAILABLE', 'IF_NEEDED'],
      ],
      [
        'Ben Linnet',
        'Durham',
        'Part-year: 6',
        ['Contract 28 Feb'],
        ['AVAILABLE', 'CLOSED', 'UNAVAILABLE', 'IF_NEEDED'],
      ],
      ['Zoe Quiet', null, null, ['No answer'], ['NO_ANSWER', 'CLOSED', 'NO_ANSWER', 'NO_ANSWER']],
    ]);
    expect(
      shown.groups.map(({ region, people, words, target }) => [region, people, words, target]),
    ).toEqual([
      ['North East', ['L2'], '1 lead, 1 review', 'all at target'],
      ['South East', ['L1'], '1 lead, 1 review', 'all at target'],
      ['Home region not known', ['L3'], '1 lead, 0 reviews', '1 short of target'],
    ]);
    expect(shown.chips.map(({ short, tag, state }) => [short, tag, state])).toEqual([
      ['St Mary’s', 'ASD', 'DRAFT'],
      ['Vale', 'ASD', 'DRAFT'],
    ]);
    expect(shown.waiting).toEqual([
      {
        review: 'R3',
        school: 'Silent School, York',
        short: 'Silent',
        reason: 'Windows not known: the host has not answered',
      },
    ]);
  });

  it('shows what edits come to before they are saved', async () => {
    const id = await http.solved('Edited');
    const saved = await http.show(id);
    const edits = [clear('R1'), put('R2', 'L3', later), { kind: 'PIN', review: 'R2' }];
    const { body } = await http.post<BoardView>(`${plans}/${id}/board`, { edits });
    expect(body.coverage).toEqual({ covered: 1, reviews: 2 });
    expect(body.chips).toMatchObject([
      { state: 'NO_LEAD', lead: null, week, window: 'MON_WED', isUnsaved: true, pin: null },
      { state: 'DRAFT', leadName: 'Zoe Quiet', ...later, isUnsaved: true, pin: 'HAND' },
    ]);
    expect(body.standing).toBe('1 rule is broken.');
    expect(body.breaches.map(({ sentence }) => sentence)).toEqual([
      'Zoe Quiet has not answered yet for Wednesday 31 March to Friday 2 April 2027.',
    ]);
    expect(body.weeks.map(({ placed, wanted }) => [placed, wanted])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(body.changed.map(({ review }) => review)).toEqual(['R1', 'R2']);
    expect(await http.show(id)).toEqual(saved);
  });

  it('shows what became of offers, who declined, and gates that end before a review does', async () => {
    const id = await http.solved('Offered');
    const [first] = (await http.show(id)).chips;
    await http.query(
      `INSERT INTO school (urn, name, type, region, status, short_name) VALUES ('100001', 'St Mary’s', 'Community school', 'South East', 'OPEN', 'Mary’s')`,
    );
    await http.query(
      `INSERT INTO review (code, urn, academic_year) VALUES ('R1', '100001', '2026/27')`,
    );
    const seat = async (lead: string, slot: object, open: boolean, kind: string): Promise<void> => {
      const { week: monday, window } = slot as { week: string; window: string };
      await http.query(
        `WITH made AS (INSERT INTO seat (review_id, term_id, role, lead_id, week, review_window, is_open)
           SELECT r.id, 'spring-2027', 'LEAD', l.id, $2, $3, $4 FROM review r, lead_reviewer l
           WHERE r.code = 'R1' AND l.code = $1 RETURNING id)
         INSERT INTO seat_event (seat_id, kind, on_date, caused_by, reason, recorded_by)
         SELECT id, $5, '2026-12-01', CASE $5 WHEN 'DECLINED' THEN 'LEAD_REVIEWER' END,
                CASE $5 WHEN 'DECLINED' THEN 'Too far' END, 'Test' FROM made`,
        [lead, monday, window, open, kind],
      );
    };
    await seat(first?.lead ?? '', { week, window: 'MON_WED' }, true, 'OFFERED');
    await seat('L2', later, false, 'DECLINED');
    const shown = await http.show(id);
    expect(shown.chips[0]?.state).toBe('OFFERED');
    expect(shown.people.find(({ person }) => person === first?.lead)?.year.parts).toMatchObject({
      offered: 1,
      draft: 0,
    });
    expect(shown.givenUp).toMatchObject([
      { person: 'L2', short: 'Mary’s', ...later, words: 'Declined on 1 December 2026' },
    ]);
    const moved = [put('R1', 'L1', later)];
    const { body } = await http.post<BoardView>(`${plans}/${id}/board`, { edits: moved });
    expect(body.chips[0]).toMatchObject({
      state: 'DRAFT',
      warnings: ['DBS check runs out on 22 January 2027, before this review’s last day'],
    });
  });
});

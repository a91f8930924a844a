import { describe, expect, it } from '@jest/globals';
import { type Slot } from '../calendar/slots.js';
import { DEFAULT_SETTINGS } from '../settings/settings.js';
import { type SeatFacts, type SeatTerm, type Standing } from './seat-facts.js';
import { seatsOf } from './seats.js';

const slots: Slot[] = ['2027-01-04', '2027-01-11', '2027-02-08', '2027-03-22'].flatMap((week) => [
  { week, window: 'MON_WED' as const },
  { week, window: 'WED_FRI' as const },
]);
const spring: SeatTerm = {
  startsOn: '2027-01-04',
  endsOn: '2027-03-26',
  yearStartsOn: '2026-09-01',
  trainingDays: ['2026-09-24', '2027-01-07'],
  slots,
};
const always = { from: '2020-09-01', to: null };
const year = { from: '2026-09-01', to: '2027-08-31' };
const standing = (value: Standing, from = '2020-09-01', to: string | null = null) => ({
  standing: value,
  from,
  to,
});
/** In the pool for years, with every gate open and one training day attended. */
const lead: SeatFacts = {
  standings: [standing('IN_POOL')],
  gates: (['DBS', 'CODE_OF_CONDUCT', 'SAFEGUARDING_POLICY'] as const).map((gate) => ({
    gate,
    ...always,
  })),
  contracts: [year],
  employments: [
    { ...always, servingLeader: false, schoolUrn: null, trustUid: null, employer: 'A council' },
  ],
  training: [{ trainingDay: '2026-09-24' }],
  induction: [],
  reviewsLed: 6,
};
const done = (...stages: SeatFacts['induction'][number]['stage'][]) =>
  stages.map((stage) => ({ stage, doneOn: '2026-11-01' }));
const newLead: SeatFacts = {
  ...lead,
  standings: [standing('IN_INDUCTION', '2026-09-01')],
  induction: done('VIRTUAL_INDUCTION', 'REVIEWER_TRAINING', 'SHADOWING'),
};
const today = '2026-12-21';
const seats = (facts: SeatFacts, on = today, term = spring) =>
  seatsOf(facts, term, DEFAULT_SETTINGS, on);
const why = (facts: SeatFacts, role: string, on = today) =>
  seats(facts, on).refusals.find((refusal) => refusal.role === role)?.reasons;
const shut = (facts: SeatFacts, on = today) =>
  seats(facts, on).unavailable.map(({ week, window, reason }) => `${week} ${window}: ${reason}`);

describe('the lead seat', () => {
  it('is for people in the pool, who owe nothing', () => {
    expect(seats(lead)).toMatchObject({
      roles: ['LEAD', 'QUALITY_ASSURER'],
      isNew: false,
      unavailable: [],
    });
  });
  it('is for people in induction with every stage done but the quality-assured review: they are new', () => {
    expect(seats(newLead)).toMatchObject({ roles: ['LEAD'], isNew: true, unavailable: [] });
  });
  it('is for people in induction who have done that too, and are not new any more', () => {
    const all = [...newLead.induction, ...done('QUALITY_ASSURED_REVIEW')];
    expect(seats({ ...newLead, induction: all })).toMatchObject({ roles: ['LEAD'], isNew: false });
  });
  it.each([
    ['VIRTUAL_INDUCTION', 'Induction: virtual induction not done'],
    ['REVIEWER_TRAINING', 'Induction: QA Reviewer training not done'],
    ['SHADOWING', 'Induction: shadowing not done'],
  ])('is refused while %s is not done', (stage, reason) => {
    const induction = newLead.induction.filter((each) => each.stage !== stage);
    expect(why({ ...newLead, induction }, 'LEAD')).toEqual([reason]);
  });
  it('is refused in induction after a training day was missed, not while it lies ahead', () => {
    expect(seats(newLead, '2027-01-07').roles).toEqual(['LEAD']);
    expect(why(newLead, 'LEAD', '2027-01-08')).toEqual([
      'Induction: training day of 7 January 2027 neither attended nor caught up',
    ]);
  });
  it('needs shadowing done by the day from which the term can be allocated', () => {
    const shadowedOn = (doneOn: string) => ({
      ...newLead,
      induction: newLead.induction.map((each) =>
        each.stage === 'SHADOWING' ? { ...each, doneOn } : each,
      ),
    });
    expect(seats(shadowedOn('2027-01-04')).roles).toEqual(['LEAD']);
    expect(seats(shadowedOn('2027-01-05')).roles).toEqual(['SHADOW']);
  });
  it.each<[Standing, string]>([
    ['CANDIDATE', 'Still a candidate on 4 January 2027'],
    ['OFFERED', 'Offered a place: references and enhanced DBS check outstanding on 4 January 2027'],
    ['PAUSED', 'Paused on 4 January 2027'],
    ['LEFT', 'Has left on 4 January 2027'],
  ])('is refused to somebody whose standing is %s', (value, reason) => {
    const facts = { ...lead, standings: [standing(value)] };
    expect(seats(facts).roles).toEqual([]);
    for (const role of ['LEAD', 'QUALITY_ASSURER', 'SHADOW'])
      expect(why(facts, role)).toEqual([reason]);
  });
  it('is refused without any standing', () => {
    expect(why({ ...lead, standings: [] }, 'LEAD')).toEqual([
      'No standing is recorded on 4 January 2027',
    ]);
  });
  it('is given from the day a pause within the term ends, and until one begins', () => {
    const back = {
      ...lead,
      standings: [
        standing('PAUSED', '2026-09-01', '2027-02-09'),
        standing('IN_POOL', '2027-02-10'),
      ],
    };
    expect(seats(back).roles).toContain('LEAD');
    expect(shut(back)).toHaveLength(4);
    const leaving = {
      ...lead,
      standings: [standing('IN_POOL', '2020-09-01', '2027-03-24'), standing('LEFT', '2027-03-25')],
    };
    expect(shut(leaving)).toEqual([
      '2027-03-22 WED_FRI: Place in the pool or in induction runs out on 24 March 2027, before the review’s last day',
    ]);
  });
});

describe('the shadow seat', () => {
  const shadow = { ...newLead, induction: done('VIRTUAL_INDUCTION') };
  it('is for people in induction after the virtual induction and before shadowing', () => {
    expect(seats(shadow)).toMatchObject({ roles: ['SHADOW'], isNew: false });
    expect(why({ ...shadow, induction: [] }, 'SHADOW')).toEqual([
      'Induction: virtual induction not done',
    ]);
    expect(why(newLead, 'SHADOW')).toEqual(['Induction: shadowing is done already']);
    expect(why(lead, 'SHADOW')).toEqual(['Shadowing is for people in induction']);
  });
});

describe('the quality assurer’s seat', () => {
  it('needs six reviews led in all', () => {
    expect(why({ ...lead, reviewsLed: 5 }, 'QUALITY_ASSURER')).toEqual([
      'Has led 5 of the 6 reviews that make a lead experienced',
    ]);
  });
  it('needs an earlier academic year in the pool', () => {
    const since = (from: string) => ({ ...lead, standings: [standing('IN_POOL', from)] });
    expect(seats(since('2026-08-31')).roles).toContain('QUALITY_ASSURER');
    expect(why(since('2026-09-01'), 'QUALITY_ASSURER')).toEqual([
      'In the pool in 0 of the 1 earlier academic years that make a lead experienced',
    ]);
  });
  it('counts each earlier academic year once, from 1 September to 31 August', () => {
    const settings = { experienced: { reviewsLed: 6, earlierYearsInPool: 2 } };
    const since = (from: string) =>
      seatsOf({ ...lead, standings: [standing('IN_POOL', from)] }, spring, settings, today).roles;
    expect(since('2025-08-31')).toContain('QUALITY_ASSURER');
    expect(since('2025-09-01')).not.toContain('QUALITY_ASSURER');
  });
  it('is refused to people in induction', () => {
    expect(why(newLead, 'QUALITY_ASSURER')).toHaveLength(1);
  });
});

describe('the gates of every seat', () => {
  const dbs = (from: string, to: string | null) => ({
    ...lead,
    gates: lead.gates.map((gate) => (gate.gate === 'DBS' ? { gate: gate.gate, from, to } : gate)),
  });
  it('a check that runs out shuts the windows whose last day it does not cover', () => {
    expect(shut(dbs('2024-01-01', '2027-03-26'))).toEqual([]);
    expect(shut(dbs('2024-01-01', '2027-03-25'))).toEqual([
      '2027-03-22 WED_FRI: DBS check runs out on 25 March 2027, before the review’s last day',
    ]);
    expect(seats(dbs('2024-01-01', '2027-03-25')).roles).toContain('LEAD');
  });
  it('a check that opens within the term shuts the windows that end before', () => {
    expect(shut(dbs('2027-01-06', null))).toEqual([]);
    expect(shut(dbs('2027-01-07', null))).toEqual([
      '2027-01-04 MON_WED: DBS check begins on 7 January 2027, after the review’s last day',
    ]);
  });
  it('a gap says when the check ran out and when it begins again', () => {
    const gates = [
      ...dbs('2024-01-01', '2027-02-09').gates,
      { gate: 'DBS' as const, from: '2027-02-11', to: null },
    ];
    expect(shut({ ...lead, gates })).toEqual([
      '2027-02-08 MON_WED: DBS check runs out on 9 February 2027, before the review’s last day and begins again on 11 February 2027',
    ]);
  });
  it('a gate that covers no window of the term refuses every seat', () => {
    const ranOut = dbs('2024-01-01', '2027-01-05');
    expect(seats(ranOut).roles).toEqual([]);
    expect(why(ranOut, 'LEAD')).toEqual([
      'DBS check runs out on 5 January 2027, before the review’s last day',
    ]);
    expect(seats(dbs('2024-01-01', '2027-01-06')).roles).toContain('LEAD');
  });
  it.each<[string, Partial<SeatFacts>, string]>([
    ['contract', { contracts: [] }, 'There is no contract'],
    ['known employer', { employments: [] }, 'The employer is not known'],
    [
      'code of conduct',
      { gates: lead.gates.filter(({ gate }) => gate !== 'CODE_OF_CONDUCT') },
      'The code of conduct has not been acknowledged',
    ],
    [
      'safeguarding policy',
      { gates: lead.gates.filter(({ gate }) => gate !== 'SAFEGUARDING_POLICY') },
      'The safeguarding policy has not been acknowledged',
    ],
    [
      'DBS check',
      { gates: lead.gates.filter(({ gate }) => gate !== 'DBS') },
      'No enhanced DBS check is recorded',
    ],
  ])('nobody takes a seat without a %s', (_, missing, reason) => {
    const facts = { ...lead, ...missing };
    expect(seats(facts).roles).toEqual([]);
    expect(why(facts, 'SHADOW')).toContain(reason);
  });
  it('a contract has to cover the review’s last day', () => {
    const until = (to: string) => shut({ ...lead, contracts: [{ from: '2026-09-01', to }] });
    expect(until('2027-03-26')).toEqual([]);
    expect(until('2027-03-25')).toHaveLength(1);
  });
  it('a training day shuts only reviews that begin after it, once it has passed', () => {
    const late = '2027-01-08';
    expect(shut(lead, '2027-01-07')).toEqual([]);
    expect(shut(lead, late)).toHaveLength(6);
    expect(shut(lead, late)[0]).toBe(
      '2027-01-11 MON_WED: Training day of 7 January 2027 neither attended nor caught up',
    );
    const caughtUp = { ...lead, training: [...lead.training, { trainingDay: '2027-01-07' }] };
    expect(shut(caughtUp, late)).toEqual([]);
  });
});

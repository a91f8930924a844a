import { describe, expect, test } from '@jest/globals';
import {
  encode,
  faultsOf,
  faultsWith,
  review,
  sample,
  sampleWith,
  seatRow,
  type Steps,
} from '../../../test/solver/problem-files.js';
import { readProblem } from './read-problem.js';
import { writeProblem } from './write-files.js';

describe('a problem file that keeps every rule', () => {
  test('is read as it was written', () => {
    expect(readProblem(encode(writeProblem(sample())))).toEqual(sample());
  });

  test('may open with a byte order mark and hold any spacing', () => {
    expect(readProblem(encode(`\uFEFF\r\n${JSON.stringify(sample(), null, '\t')} `))).toEqual(
      sample(),
    );
  });

  test.each<[string, Steps, unknown]>([
    ['nobody', ['leads'], []],
    ['the widest values', ['leads', 0, 'home'], { lat: -90, lon: 180 }],
    ['no furthest distance', ['leads', 0, 'limits', 'maxKm'], null],
    [
      'the smallest limits',
      ['leads', 0, 'limits'],
      { term: 0, restReviews: 0, restWeeks: 1, maxKm: 0 },
    ],
    ['the largest priority', ['reviews', 0, 'priority'], 1_000_000],
    ['the largest weight', ['policy', 'companyChange'], 1000],
    ['a far overnight distance', ['policy', 'overnightKm'], 1_000_000],
    ['the largest road factor', ['policy', 'roadFactor'], 10],
    ['200 characters beyond the first plane', ['name'], '🏫'.repeat(200)],
    ['a long reason', ['closed', 0, 'reason'], 'x'.repeat(2000)],
    ['a repeated pin', ['pins'], [{ review: 'R1' }, { review: 'R1' }]],
    ['a leap day', ['bans', 0, 'week'], '2028-02-29'],
    ['the same URN twice', ['reviews', 1, 'urn'], '100001'],
  ])('may have %s', (_, path, value) => {
    // The other sections name these people; they go when the people go.
    const text =
      path[0] === 'leads' && path.length === 1 ? withoutPeople() : sampleWith(path, value);
    expect(faultsOf(text)).toEqual([]);
  });

  test('may write an integer as 1.0 or 1e2', () => {
    const text = sampleWith(['reviews', 0, 'priority'], 77).replace(
      '"priority":77',
      '"priority":1e2',
    );
    expect(readProblem(encode(text)).reviews[0]?.priority).toBe(100);
    expect(faultsOf(text.replace('1e2', '1.0'))).toEqual([]);
  });

  test('may name a region after a property of every object', () => {
    const text = sampleWith(['leads', 0, 'regions'], { constructor: 'NO' }).replace(
      '{"constructor":"NO"}',
      '{"constructor":"NO","__proto__":"PREFERRED"}',
    );
    const regions = readProblem(encode(text)).leads[0]?.regions ?? {};
    expect(Object.entries(regions)).toEqual([
      ['constructor', 'NO'],
      ['__proto__', 'PREFERRED'],
    ]);
    expect('toString' in regions).toBe(false);
  });
});

function withoutPeople(): string {
  return JSON.stringify({ ...sample(), leads: [], pins: [], bans: [] });
}

describe('a fault names its field', () => {
  test.each<[string, Steps, unknown]>([
    ['format', ['format'], 'qa-review-allocation/problem@2'],
    ['name', ['name'], ''],
    ['name', ['name'], 'x'.repeat(201)],
    ['name', ['name'], '\ud800'],
    ['name', ['name'], null],
    ['weeks', ['weeks'], []],
    ['weeks', ['weeks'], '2027-01-11'],
    ['weeks[0]', ['weeks', 0], '2027-01-12'],
    ['weeks[1]', ['weeks', 1], '2027-01-11'],
    ['weeks[1]', ['weeks', 1], '2027-01-04'],
    ['closed[0].week', ['closed', 0, 'week'], '2027-02-29'],
    ['closed[0].week', ['closed', 0, 'week'], '2100-02-29'],
    ['closed[0].week', ['closed', 0, 'week'], '2027-13-01'],
    ['closed[0].week', ['closed', 0, 'week'], '2027-04-31'],
    ['closed[0].week', ['closed', 0, 'week'], '2027-1-4'],
    ['closed[0].window', ['closed', 0, 'window'], 'TUE_THU'],
    ['closed[0].reason', ['closed', 0, 'reason'], 'x'.repeat(2001)],
    ['leads', ['leads'], {}],
    ['leads[0]', ['leads', 0], null],
    ['leads[1].id', ['leads', 1, 'id'], 'L1'],
    ['leads[0].roles[1]', ['leads', 0, 'roles', 1], 'LEAD'],
    ['leads[0].roles[1]', ['leads', 0, 'roles', 1], 'CHAIR'],
    ['leads[0].isNew', ['leads', 0, 'isNew'], 'false'],
    ['leads[1].isNew', ['leads', 1, 'isNew'], true],
    ['leads[0].home.lat', ['leads', 0, 'home', 'lat'], '54.1'],
    ['leads[0].home.lat', ['leads', 0, 'home', 'lat'], 90.001],
    ['leads[0].home.lon', ['leads', 0, 'home', 'lon'], -180.5],
    ['leads[0].home.lon', ['leads', 0, 'home', 'lon'], undefined],
    ['leads[0].home', ['leads', 0, 'home'], undefined],
    ['leads[0].phases[1]', ['leads', 0, 'phases', 1], 'special'],
    ['leads[0].needs[1]', ['leads', 0, 'needs', 1], 'ASD'],
    ['leads[0].conflicts[0].urn', ['leads', 0, 'conflicts', 0, 'urn'], undefined],
    ['leads[0].conflicts[0].trust', ['leads', 0, 'conflicts', 0, 'trust'], null],
    ['leads[0].conflicts[0].reason', ['leads', 0, 'conflicts', 0, 'reason'], undefined],
    ['leads[0].regions["North East"]', ['leads', 0, 'regions', 'North East'], 'MAYBE'],
    ['leads[0].regions[""]', ['leads', 0, 'regions', ''], 'NO'],
    [
      'leads[0].availability["2027-01-11"].MON_WED',
      ['leads', 0, 'availability', '2027-01-11', 'MON_WED'],
      'NO',
    ],
    [
      'leads[0].availability["2027-01-11"].WED_FRI',
      ['leads', 0, 'availability', '2027-01-11', 'WED_FRI'],
      null,
    ],
    [
      'leads[0].availability["2027-01-11"].FRI',
      ['leads', 0, 'availability', '2027-01-11', 'FRI'],
      'AVAILABLE',
    ],
    ['leads[0].availability["2027-02-30"]', ['leads', 0, 'availability', '2027-02-30'], {}],
    ['leads[0].commitment.done', ['leads', 0, 'commitment', 'done'], 1001],
    ['leads[0].commitment.target', ['leads', 0, 'commitment', 'target'], 1.5],
    ['leads[0].commitment.minimum', ['leads', 0, 'commitment', 'minimum'], -1],
    ['leads[0].limits.term', ['leads', 0, 'limits', 'term'], null],
    ['leads[0].limits.restReviews', ['leads', 0, 'limits', 'restReviews'], 1001],
    ['leads[0].limits.restWeeks', ['leads', 0, 'limits', 'restWeeks'], 0],
    ['leads[0].limits.maxKm', ['leads', 0, 'limits', 'maxKm'], 1_000_001],
    ['reviews[1].id', ['reviews', 1, 'id'], 'R1'],
    ['reviews[0].urn', ['reviews', 0, 'urn'], 100001],
    ['reviews[0].trust', ['reviews', 0, 'trust'], undefined],
    ['reviews[0].priority', ['reviews', 0, 'priority'], 0],
    ['reviews[0].priority', ['reviews', 0, 'priority'], 1e308],
    [
      'reviews[0].windows[1]',
      ['reviews', 0, 'windows', 1],
      { week: '2027-01-11', window: 'MON_WED', grade: 'ACCEPTABLE' },
    ],
    ['reviews[0].windows[1].grade', ['reviews', 0, 'windows', 1, 'grade'], 'AVAILABLE'],
    ['reviews[0].windows[0].week', ['reviews', 0, 'windows', 0, 'week'], '2027-01-25'],
    ['published[1].review', ['published', 1, 'review'], 'R1'],
    ['published[0].lead', ['published', 0, 'lead'], null],
    ['published[0].week', ['published', 0, 'week'], null],
    ['published[0].window', ['published', 0, 'window'], null],
    ['published[1].shadow', ['published', 1, 'shadow'], 'L2'],
    ['published[1].qualityAssurer', ['published', 1, 'qualityAssurer'], 'L2'],
    ['pins[0].review', ['pins', 0, 'review'], 'R9'],
    ['pins[0].lead', ['pins', 0, 'lead'], 'R1'],
    ['pins[0].lead', ['pins', 0, 'lead'], null],
    ['pins[0].qualityAssurer', ['pins', 0, 'qualityAssurer'], 'L9'],
    ['pins[0].shadow', ['pins', 0, 'shadow'], 'L9'],
    ['pins[0].week', ['pins', 0, 'week'], undefined],
    ['pins[0].window', ['pins', 0, 'window'], undefined],
    ['bans[0].lead', ['bans', 0, 'lead'], 'L9'],
    ['bans[0].lead', ['bans', 0, 'lead'], undefined],
    ['bans[1].review', ['bans', 1, 'review'], 'R9'],
    ['policy.roadFactor', ['policy', 'roadFactor'], 0],
    ['policy.roadFactor', ['policy', 'roadFactor'], 10.1],
    ['policy.travelStepKm', ['policy', 'travelStepKm'], 0],
    ['policy.region.NO', ['policy', 'region', 'NO'], 0],
    ['policy.overnight', ['policy', 'overnight'], 1001],
    ['policy', ['policy'], undefined],
    ['colour', ['colour'], 'blue'],
    ['__proto__', ['__proto__'], {}],
    ['constructor', ['constructor'], {}],
    ['["two words"]', ['two words'], 1],
  ])('%s (%j = %j)', (field, path, value) => {
    const faults = faultsWith(path, value);
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(': ')))).toEqual([field]);
  });

  test('with the value, what is expected and what to do', () => {
    expect(faultsWith(['leads', 0, 'home', 'lat'], '54.1')).toEqual([
      'leads[0].home.lat: found "54.1", expected a number from -90 to 90; write the number without quotes.',
    ]);
    expect(faultsWith(['reviews', 1, 'id'], 'R1')).toEqual([
      'reviews[1].id: "R1" repeats the id of the review at position [0]; remove or rename one.',
    ]);
  });

  test('a long value is cut and control characters are shown as codes', () => {
    const [fault] = faultsWith(['format'], `\u001b[2J\u202e${'x'.repeat(5000)}`);
    expect(fault?.length).toBeLessThan(300);
    expect(fault).toContain('"\\u001b[2J\\u202exxx');
  });

  test('a number beyond every number is not an integer', () => {
    const text = sampleWith(['reviews', 0, 'priority'], 77).replace('77', '1e999');
    expect(faultsOf(text)).toEqual([
      'reviews[0].priority: found Infinity, expected an integer from 1 to 1000000; correct the number.',
    ]);
  });
});

describe('what belongs together', () => {
  const pinned = (changes: object): [Steps, unknown] => [['pins', 0], { review: 'R1', ...changes }];
  const publishedAs = (changes: object): [Steps, unknown] => [
    ['published', 0],
    seatRow({ review: 'R1', ...changes }),
  ];
  const all = 'a row has lead, week and window, or none of the three.';
  const noLead =
    'expected null, because the row has no lead; remove the person or add lead, week and window.';
  const week = '2027-01-11';

  test.each<[string, [Steps, unknown], string[]]>([
    [
      'a conflict names a school, a trust or both',
      [['leads', 0, 'conflicts', 0], { reason: 'x' }],
      [
        'leads[0].conflicts[0].urn: missing, and so is trust; name the school (urn), the trust, or both.',
      ],
    ],
    ['… both', [['leads', 0, 'conflicts', 0], { urn: '1', trust: 'T1', reason: 'x' }], []],
    ['… the trust alone', [['leads', 0, 'conflicts', 0], { trust: 'T1', reason: 'x' }], []],
    [
      'who is new may lead',
      [['leads', 1, 'isNew'], true],
      [
        'leads[1].isNew: found true, expected false for a person without the role LEAD; correct one of the two.',
      ],
    ],
    ['… and does not have to shadow', [['leads', 0, 'isNew'], true], []],
    [
      'a pin names a week with its window',
      pinned({ week }),
      ['pins[0].window: missing, but week is given; a pin names both or neither.'],
    ],
    [
      '… and a window with its week',
      pinned({ window: 'MON_WED' }),
      ['pins[0].week: missing, but window is given; a pin names both or neither.'],
    ],
    ['… or neither', pinned({}), []],
    [
      'a published row has a lead with week and window',
      publishedAs({ lead: 'L1' }),
      [
        `published[0].week: found null, expected a value, because lead is given; ${all}`,
        `published[0].window: found null, expected a value, because lead is given; ${all}`,
      ],
    ],
    [
      '… a slot with its lead',
      publishedAs({ week, window: 'MON_WED' }),
      [`published[0].lead: found null, expected a value, because week and window is given; ${all}`],
    ],
    [
      '… and nobody beside no lead',
      publishedAs({ qualityAssurer: 'L1', shadow: 'L2' }),
      [
        `published[0].qualityAssurer: found "L1", ${noLead}`,
        `published[0].shadow: found "L2", ${noLead}`,
      ],
    ],
    [
      'weeks come in their order, each once, and each is held against the last that is in order',
      [['weeks'], [week, '2027-01-25', week, '2027-01-18', '2027-01-25', '2027-02-01']],
      [week, '2027-01-18', '2027-01-25'].map(
        (found, i) =>
          `weeks[${i + 2}]: found "${found}", expected a Monday after "2027-01-25"; sort the weeks and name each once.`,
      ),
    ],
    [
      'nobody is named twice',
      [['leads', 1, 'id'], 'L1'],
      ['leads[1].id: "L1" repeats the id of the person at position [0]; remove or rename one.'],
    ],
    [
      'no review is published twice',
      [['published', 1, 'review'], 'R1'],
      [
        'published[1].review: "R1" repeats the review of the row at position [0]; remove or rename one.',
      ],
    ],
    [
      'nobody has a role twice',
      [
        ['leads', 0, 'roles'],
        ['LEAD', 'SHADOW', 'LEAD'],
      ],
      ['leads[0].roles[2]: "LEAD" repeats the role at position [0]; remove or rename one.'],
    ],
    [
      'nor a phase or need',
      [
        ['leads', 0, 'needs'],
        ['ASD', 'ASD'],
      ],
      ['leads[0].needs[1]: "ASD" repeats the one at position [0]; remove or rename one.'],
    ],
    [
      'no slot is offered twice, though a week may be, and a window',
      [
        ['reviews', 0, 'windows'],
        [
          { week, window: 'MON_WED', grade: 'PREFERRED' },
          { week, window: 'WED_FRI', grade: 'PREFERRED' },
          { week: '2027-01-18', window: 'WED_FRI', grade: 'PREFERRED' },
          { week, window: 'WED_FRI', grade: 'ACCEPTABLE' },
        ],
      ],
      [
        `reviews[0].windows[3]: "${week} WED_FRI" repeats the slot at position [1]; remove or rename one.`,
      ],
    ],
  ])('%s', (_, [path, value], faults) => {
    expect(faultsWith(path, value)).toEqual(faults);
  });
});

describe('an object has all its fields, and no others', () => {
  /** Everywhere in the file where an object holds fields that the format names. */
  const objects: [string, Steps, string[]][] = [
    ['the file', [], Object.keys(sample())],
    ['a closed slot', ['closed', 0], ['week', 'window', 'reason']],
    ['a person', ['leads', 0], Object.keys(sample().leads[0] ?? {})],
    ['their home', ['leads', 0, 'home'], ['lat', 'lon']],
    ['their commitment', ['leads', 0, 'commitment'], ['minimum', 'done', 'target']],
    ['their limits', ['leads', 0, 'limits'], ['term', 'restReviews', 'restWeeks', 'maxKm']],
    ['a review', ['reviews', 0], Object.keys(sample().reviews[0] ?? {})],
    ['its slot', ['reviews', 0, 'windows', 0], ['week', 'window', 'grade']],
    ['a published row', ['published', 1], Object.keys(seatRow({}))],
    ['the policy', ['policy'], Object.keys(sample().policy)],
    ['points of days', ['policy', 'availability'], ['PREFERRED', 'AVAILABLE', 'IF_NEEDED']],
    ['points of slots', ['policy', 'hostWindow'], ['PREFERRED', 'ACCEPTABLE']],
    ['points of regions', ['policy', 'region'], ['PREFERRED', 'WILLING', 'RELUCTANT']],
  ];

  test.each(objects)('%s', (_, path, fields) => {
    for (const field of fields) {
      const words = faultsWith([...path, field], undefined).map((fault) => fault.split(': '));
      expect(words.some(([at, why]) => at?.endsWith(field) && why?.startsWith('missing'))).toBe(
        true,
      );
    }
    expect(faultsWith([...path, 'colour'], 'blue')).toHaveLength(1);
  });
});

test('a pin or a ban on nobody is a fault also where there is nobody at all', () => {
  const text = JSON.stringify({ ...sample(), leads: [], reviews: [], bans: [{ lead: 'L1' }] });
  expect(faultsOf(text).map((fault) => fault.split(':')[0])).toEqual([
    'pins[0].review',
    'pins[0].lead',
    'pins[1].review',
    'bans[0].lead',
  ]);
});

describe('several faults', () => {
  test('come in the order of the file, one a field', () => {
    const text = JSON.stringify({
      ...sample(),
      name: 7,
      reviews: [
        {
          ...review('R1'),
          windows: [{ week: '2027-03-01', window: 'MON_WED', grade: 'PREFERRED' }],
        },
      ],
      pins: [{ review: 'R8' }],
      bans: [{ lead: 'L1', hour: 3 }],
    });
    expect(faultsOf(text).map((fault) => fault.split(':')[0])).toEqual([
      'name',
      'reviews[0].windows[0].week',
      'pins[0].review',
      'bans[0].hour',
    ]);
  });

  test('are shown up to twenty', () => {
    const faults = faultsWith(
      ['weeks'],
      Array.from({ length: 1000 }, () => 'never'),
    );
    expect(faults).toHaveLength(21);
    expect(faults[19]).toMatch(/^weeks\[19]: /);
    expect(faults[20]).toBe('There are more faults: these are the first 20 found.');
  });

  test('a key named twice is a fault beside the others', () => {
    const text = sampleWith(['name'], 5).replace('"lat":54.1', '"lat":54.1,"lat":200');
    expect(faultsOf(text)).toEqual([
      'name: found 5, expected text of 1 to 200 characters; write it in double quotes.',
      'leads[0].home.lat: named twice in the same object; remove one of the two.',
    ]);
  });
});

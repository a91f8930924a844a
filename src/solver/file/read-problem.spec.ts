import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY, type Problem, PROBLEM_FORMAT } from '../problem.js';
import { BadFile } from './bad-file.js';
import { readProblem } from './read-problem.js';
import { writeProblem } from './write-files.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function sample(): Problem {
  return {
    format: PROBLEM_FORMAT,
    name: 'Spring 2027, special phase',
    weeks: ['2027-01-11', '2027-01-18'],
    closed: [{ week: '2027-01-04', window: 'WED_FRI', reason: 'Training day' }],
    leads: [person('L1'), { ...person('L2'), roles: ['SHADOW'] }],
    reviews: [review('R1'), { ...review('R2'), trust: null, windows: [], needs: [] }],
    published: [
      seatRow({ review: 'R1', week: '2026-12-07', window: 'MON_WED', lead: 'gone', shadow: 'L2' }),
      seatRow({ review: 'vanished' }),
    ],
    pins: [{ review: 'R1', lead: 'L1', week: '2027-05-03', window: 'MON_WED' }, { review: 'R1' }],
    bans: [{ lead: 'L1' }, { lead: 'L1', review: 'R1', week: '2027-01-12' }],
    policy: DEFAULT_POLICY,
  };
}

function person(id: string): Problem['leads'][number] {
  return {
    id,
    roles: ['LEAD', 'SHADOW'],
    isNew: false,
    home: { lat: 54.1, lon: -1.5 },
    phases: ['special'],
    needs: ['ASD', 'SEMH'],
    conflicts: [
      { urn: '100001', reason: 'Own school' },
      { trust: 'T1', reason: 'Own trust' },
    ],
    regions: { London: 'NO', 'North East': 'PREFERRED' },
    availability: {
      '2027-01-11': { MON_WED: 'PREFERRED', WED_FRI: 'IF_NEEDED' },
      '2027-01-18': {},
    },
    commitment: { minimum: 6, done: 1, target: 2 },
    limits: { term: 4, restReviews: 3, restWeeks: 4, maxKm: 250 },
  };
}

function review(id: string): Problem['reviews'][number] {
  return {
    id,
    urn: '100001',
    trust: 'T1',
    region: 'London',
    phase: 'special',
    lat: 51.5,
    lon: -0.1,
    needs: ['ASD'],
    priority: 2,
    windows: [
      { week: '2027-01-11', window: 'MON_WED', grade: 'PREFERRED' },
      { week: '2027-01-11', window: 'WED_FRI', grade: 'ACCEPTABLE' },
    ],
  };
}

function seatRow(given: Partial<Problem['published'][number]>): Problem['published'][number] {
  return {
    review: 'R1',
    week: null,
    window: null,
    lead: null,
    qualityAssurer: null,
    shadow: null,
    ...given,
  };
}

type Steps = readonly (string | number)[];

/** The sample as plain JSON with one value replaced, added or (for undefined) removed. */
function sampleWith(path: Steps, value: unknown): string {
  const root = JSON.parse(JSON.stringify(sample())) as Record<string, unknown>;
  let holder = root as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
  return JSON.stringify(root);
}

function faultsOf(file: string | Uint8Array): readonly string[] {
  try {
    readProblem(typeof file === 'string' ? encode(file) : file);
  } catch (error) {
    if (error instanceof BadFile) return error.faults;
    throw error;
  }
  return [];
}

const faultsWith = (path: Steps, value: unknown): readonly string[] =>
  faultsOf(sampleWith(path, value));

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

describe('hostile sizes', () => {
  const size = 50_000_000;

  test('50 MB of open brackets is not JSON', () => {
    expect(faultsOf(new Uint8Array(size).fill('['.charCodeAt(0)))[0]).toMatch(
      /^line 1, column 50000001: the file is not JSON: expected a JSON value, the file ends here/,
    );
  });

  test('50 MB of nesting in a field is a fault of the field', () => {
    const deep = `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`;
    expect(faultsOf(sampleWith(['leads', 0], 'HERE').replace('"HERE"', deep))[0]).toMatch(
      /^leads\[0]: found a list of 1, expected an object with id, /,
    );
  });

  test('50 MB of empty objects is refused before the memory is full', () => {
    expect(faultsOf(`[${'{},'.repeat(size / 3)}{}]`)[0]).toContain(
      'more than 2000000 lists and objects',
    );
  });

  test('more than 100 MB is refused', () => {
    expect(faultsOf(new Uint8Array(100_000_001))[0]).toContain('expected at most 100000000');
  });

  test('2,000 reviews and 400 people are read', () => {
    const weeks = Array.from({ length: 12 }, (_, week) =>
      new Date(Date.UTC(2027, 0, 4 + 7 * week)).toISOString().slice(0, 10),
    );
    const slots = weeks.flatMap((week) => [
      { week, window: 'MON_WED' as const, grade: 'PREFERRED' as const },
      { week, window: 'WED_FRI' as const, grade: 'ACCEPTABLE' as const },
    ]);
    const availability = Object.fromEntries(
      weeks.map((week) => [week, { MON_WED: 'AVAILABLE' as const, WED_FRI: 'IF_NEEDED' as const }]),
    );
    const bytes = encode(
      writeProblem({
        ...sample(),
        weeks,
        leads: Array.from({ length: 400 }, (_, index) => ({
          ...person(`L${index}`),
          availability,
        })),
        reviews: Array.from({ length: 2000 }, (_, index) => ({
          ...review(`R${index}`),
          windows: slots,
        })),
      }),
    );
    expect(readProblem(bytes).reviews).toHaveLength(2000);
  });
});

test('any JSON value anywhere is read or refused with a sentence, never anything else', () => {
  const everyPath = pathsOf(JSON.parse(JSON.stringify(sample())));
  fc.assert(
    fc.property(fc.constantFrom(...everyPath), fc.jsonValue(), (path, value) => {
      const text = path.length === 0 ? JSON.stringify(value) : sampleWith(path, value);
      for (const fault of faultsOf(text)) expect(fault).toMatch(/^\S[^]*: .+/);
    }),
    { seed: 20270111, numRuns: 3000 },
  );
});

test('any bytes are read or refused with a sentence, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), (noise, at) => {
      const bytes = encode(JSON.stringify(sample()));
      bytes.set(noise, at % (bytes.length - noise.length));
      for (const fault of faultsOf(bytes)) expect(fault).not.toBe('');
    }),
    { seed: 20270112, numRuns: 1000 },
  );
});

function pathsOf(value: unknown): Steps[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    [],
    ...entries.flatMap(([step, held]: [string | number, unknown]) =>
      pathsOf(held).map((rest) => [step, ...rest]),
    ),
  ];
}

import type { Board, BoardChip, BoardPerson } from '../../api/board';

/** A small board for specs: two weeks of two windows. */
export function boardOf(parts: Partial<Board>): Board {
  const people = parts.people ?? [];
  const regions = [...new Set(people.map(({ region }) => region))];
  return {
    plan: {
      id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
      version: 3,
      newest: {
        id: '0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
        version: 3,
        author: 'Ruth Ellison',
        createdAt: '2026-12-21T10:02:40.000Z',
      },
      termId: 'spring-2027',
      name: 'Spring 2027',
      status: 'OPTIMAL',
      author: 'Ruth Ellison',
      createdAt: '2026-12-21T10:02:40.000Z',
    },
    coverage: { covered: 0, reviews: 0 },
    words: '2 of 4 reviews have a lead.',
    standing: 'No rule is broken.',
    breaches: [],
    weeks: [week('2027-01-11', '11 Jan'), week('2027-01-18', '18 Jan')],
    groups: regions.map((region) => ({
      region,
      isPriority: false,
      people: people.filter((each) => each.region === region).map((each) => each.person),
      words: '1 lead, 1 review',
      shortBy: 0,
      target: 'all at target',
    })),
    people,
    chips: [],
    givenUp: [],
    waiting: [],
    changed: [],
    ...parts,
  };
}

function week(monday: string, label: string): Board['weeks'][number] {
  const open = { closed: null, days: `Days of ${label}` };
  return {
    week: monday,
    label,
    name: `Week of ${label}`,
    gapBefore: null,
    placed: 0,
    wanted: 0,
    possibleLeads: 1,
    isTight: false,
    words: '',
    windows: [
      { window: 'MON_WED', label: 'M–W', ...open },
      { window: 'WED_FRI', label: 'W–F', ...open },
    ],
  };
}

export function person(name: string, region: string): BoardPerson {
  return {
    person: name,
    name,
    home: null,
    region,
    roles: ['LEAD'],
    isNew: false,
    note: null,
    warnings: [],
    led: 0,
    target: 0,
    shortBy: 0,
    year: {
      minimum: 6,
      total: 0,
      parts: { led: 0, booked: 0, offered: 0, draft: 0, left: 6 },
      words: '',
    },
    lane: ['AVAILABLE', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE'],
  };
}

export function chip(review: string, parts: Partial<BoardChip>): BoardChip {
  const lead = parts.lead ?? null;
  return {
    review,
    school: `School of ${review}`,
    urn: '100001',
    short: review,
    tag: 'ASD',
    needs: ['ASD'],
    phase: 'Special',
    region: 'London',
    state: lead === null ? 'NO_LEAD' : 'DRAFT',
    week: null,
    window: null,
    days: null,
    lead,
    leadName: lead,
    qualityAssurer: null,
    shadow: null,
    pin: null,
    changedIn: null,
    isUnsaved: false,
    warnings: [],
    ...parts,
  };
}

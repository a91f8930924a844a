import type { RegisterChoices } from '../../api/registers';
import type { School } from '../../api/schools';
import type { ProblemFields } from '../../parts/problem-fields';
import { fullDate } from '../../parts/short-dates';

/** What operations may correct of a school, in the order of the form. */
export type Fact = Exclude<keyof School, 'urn' | 'version' | 'derivedShortName'>;

export const factLabels: Readonly<Record<Fact, string>> = {
  name: 'Name',
  shortName: 'Short name',
  type: 'Type',
  phase: 'Phase',
  needs: 'Needs',
  needsInvented: 'Needs are invented',
  trust: 'Trust',
  region: 'Region',
  laCode: 'Local authority',
  town: 'Town',
  postcode: 'Postcode',
  lat: 'Latitude',
  lon: 'Longitude',
  calendarId: 'Term dates',
  status: 'Status',
  openedOn: 'Opened on',
  closedOn: 'Closed on',
  predecessorUrns: 'Grew out of (URNs)',
};

export const facts = Object.keys(factLabels) as Fact[];

export const statusWords: Readonly<Record<School['status'], string>> = {
  OPEN: 'Open',
  CLOSED: 'Closed',
  PROPOSED_TO_CLOSE: 'Proposed to close',
  PROPOSED_TO_OPEN: 'Proposed to open',
};

/** Where each fact is filled in on the form. */
export const factFields: ProblemFields = Object.fromEntries(
  facts.map((fact) => [`#/${fact}`, { id: `school-${fact}`, label: factLabels[fact] }]),
);

/** A fact in words; undefined: nothing is known. */
export function factSaid(
  school: School,
  fact: Fact,
  choices?: RegisterChoices,
): string | undefined {
  const named = (list: readonly { code: string; words: string }[] | undefined, code: string) =>
    list?.find((each) => each.code === code)?.words ?? code;
  switch (fact) {
    case 'shortName':
      return school.shortName ?? `${school.derivedShortName} (derived from its name)`;
    case 'phase':
      return school.phase === null ? undefined : named(choices?.phases, school.phase);
    case 'needs':
      return school.needs.length === 0
        ? 'None recorded'
        : school.needs.map((need) => `${named(choices?.needs, need)} (${need})`).join(', ');
    case 'needsInvented':
      return school.needsInvented ? 'Yes, for demonstration' : 'No';
    case 'trust':
      return school.trust === null ? 'No trust' : `${school.trust.name} (${school.trust.uid})`;
    case 'laCode':
      return school.laCode === null ? undefined : named(choices?.authorities, school.laCode);
    case 'calendarId':
      return school.calendarId === null
        ? 'The programme’s usual term dates'
        : named(choices?.calendars, school.calendarId);
    case 'status':
      return statusWords[school.status];
    case 'openedOn':
    case 'closedOn': {
      const date = school[fact];
      return date === null ? undefined : fullDate(date);
    }
    case 'predecessorUrns':
      return school.predecessorUrns.length === 0 ? undefined : school.predecessorUrns.join(', ');
    case 'lat':
    case 'lon':
      return school[fact] === null ? undefined : String(school[fact]);
    default:
      return school[fact] ?? undefined;
  }
}

/** The facts in which two states of a school differ. */
export function differing(one: School, other: School): Fact[] {
  return facts.filter((fact) => JSON.stringify(one[fact]) !== JSON.stringify(other[fact]));
}

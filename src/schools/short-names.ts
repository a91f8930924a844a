/** A school's name as the register has it, with its town where it is known. */
export interface NamedSchool {
  name: string;
  town: string | null;
}

/** What most schools are called besides, and what therefore tells none from another. Long ones first. */
const COMMON = [
  'Church of England',
  'Church in Wales',
  'Roman Catholic',
  'Voluntary Controlled',
  'Voluntary Aided',
  'Voluntary',
  'Comprehensive',
  '- A Specialist',
  'A Specialist',
  'and Sixth Form',
  'and Nursery',
  'and Sports College',
  'Sixth Form',
  'Sports College',
  'C of E',
  'CofE',
  'CE',
  'RC',
  'VA',
  'VC',
  'Catholic',
  'Community',
  'Foundation',
  'Primary',
  'Secondary',
  'Infants',
  'Infant',
  'Juniors',
  'Junior',
  'First',
  'Middle',
  'Upper',
  'High',
  'Grammar',
  'Nursery',
  'Special',
  'School',
  'Schools',
  'Academy',
  'College',
  'Centre',
];

const common = new RegExp(`(?<=^|\\s)(?:${COMMON.join('|')})(?=\\s|,|$)`, 'giu');

/**
 * A short name for each school: its name without the words that most schools share, as long as no two
 * of them come out alike; those that would get their town, and their whole name where that is alike too.
 *
 * @param schools by any key, all that are shown together
 * @param given what operations call some of them; nobody else is called that
 */
export function shortSchoolNames(
  schools: ReadonlyMap<string, NamedSchool>,
  given: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const short = new Map(given);
  let waiting = [...schools.keys()].filter((key) => !given.has(key));
  for (const spelling of [bare, bareAndTown, whole, wholeAndTown]) {
    const names = waiting.map((key) => [key, spelling(schools.get(key) as NamedSchool)] as const);
    const counts = new Map<string, number>();
    for (const taken of short.values()) counts.set(alike(taken), 1);
    for (const [, name] of names) counts.set(alike(name), (counts.get(alike(name)) ?? 0) + 1);
    waiting = [];
    for (const [key, name] of names) {
      if (counts.get(alike(name)) === 1 || spelling === wholeAndTown) short.set(key, name);
      else waiting.push(key);
    }
  }
  return short;
}

/** A school's name without the words that most schools share: what it is called where no other is called so. */
export function bareSchoolName(name: string): string {
  return bare({ name, town: null });
}

function bare({ name }: NamedSchool): string {
  const left = name
    // What follows a comma says where it is or to whom it belongs.
    .replaceAll(/\(.*?\)|,.*$/gu, ' ')
    .replaceAll(common, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^(?:and|&|of)\s|\s(?:and|&|of|for|-)(?=\s*$)/giu, '')
    .trim();
  // "The" alone, or nothing: a school that is called The Academy is better called so.
  return /\p{L}/u.test(left.replace(/^the$/iu, '')) ? left : name;
}

function bareAndTown({ name, town }: NamedSchool): string {
  const short = bare({ name, town });
  return town === null || short.includes(town) ? short : `${short}, ${town}`;
}

const whole = ({ name }: NamedSchool): string => name;

function wholeAndTown({ name, town }: NamedSchool): string {
  return town === null || name.includes(town) ? name : `${name}, ${town}`;
}

function alike(name: string): string {
  return name.toLocaleLowerCase('en-GB');
}

import {
  AVAILABILITY_GRADES,
  type Ban,
  type Commitment,
  type Conflict,
  HOST_GRADES,
  type Lead,
  type Limits,
  type Pin,
  type Policy,
  type Problem,
  PROBLEM_FORMAT,
  REGION_GRADES,
  type Review,
  ROLES,
  type SeatRow,
  type Slot,
  WINDOWS,
} from '../problem.js';
import { Faults, show } from './faults.js';
import { parseJson } from './json-text.js';
import { reportUnknownNames } from './references.js';
import {
  boolean,
  date,
  decimal,
  dictionary,
  integer,
  list,
  monday,
  noRepeats,
  nullable,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from './shape.js';
import { readUtf8 } from './utf8.js';

/**
 * Reads a problem file and refuses it unless it keeps every word of the "Problem" section of
 * `docs/problem-format.md`. Beyond it: one byte order mark is allowed, a key that an object names
 * twice and half of a surrogate pair are refused.
 *
 * @throws BadFile with up to twenty faults, in the order of the file.
 */
export function readProblem(bytes: Uint8Array): Problem {
  const { value, repeatedKeys } = parseJson(readUtf8(bytes));
  const faults = new Faults();
  for (const path of repeatedKeys) {
    faults.reportAt(path, 'named twice in the same object; remove one of the two.');
  }
  const problem = PROBLEM.read(value, faults);
  reportUnknownNames(value, faults);
  faults.throwIfAny(value);
  if (problem === undefined) throw new Error('The reader refused a problem without saying why.');
  return problem;
}

const MOST = 1_000_000;
const MOST_COUNTED = 1000;
const count = integer(0, MOST_COUNTED);
const weight = integer(0, MOST_COUNTED);
const name = text();
const reason = text(2000);
const window = oneOf(WINDOWS);
const latitude = decimal(-90, 90);
const longitude = decimal(-180, 180);
const itself = (value: string): string => value;
const namesWithoutRepeats = list(name, noRepeats(itself, 'the one'));

const CONFLICT: Shape<Conflict> = object(
  { urn: optional(name), trust: optional(name), reason },
  ({ urn, trust }, faults) => {
    if (urn !== undefined || trust !== undefined) return;
    faults.at('urn', () =>
      faults.report('missing, and so is trust; name the school (urn), the trust, or both.'),
    );
  },
);

const COMMITMENT: Shape<Commitment> = object({ minimum: count, done: count, target: count });

const LIMITS: Shape<Limits> = object({
  term: count,
  restReviews: count,
  restWeeks: integer(1, MOST_COUNTED),
  maxKm: nullable(integer(0, MOST)),
});

const availabilityGrade = oneOf(AVAILABILITY_GRADES);

const LEAD: Shape<Lead> = object(
  {
    id: name,
    roles: list(oneOf(ROLES), noRepeats<string>(itself, 'the role')),
    isNew: boolean(),
    home: object({ lat: latitude, lon: longitude }),
    phases: namesWithoutRepeats,
    needs: namesWithoutRepeats,
    conflicts: list(CONFLICT),
    regions: dictionary(name, oneOf(REGION_GRADES)),
    availability: dictionary(
      date(),
      object({ MON_WED: optional(availabilityGrade), WED_FRI: optional(availabilityGrade) }),
    ),
    commitment: COMMITMENT,
    limits: LIMITS,
  },
  ({ isNew, roles }, faults) => {
    if (!isNew || roles.includes('LEAD')) return;
    faults.at('isNew', () =>
      faults.report(
        'found true, expected false for a person without the role LEAD; correct one of the two.',
      ),
    );
  },
);

const slotKey = ({ week, window: days }: Slot): string => `${week} ${days}`;

const REVIEW: Shape<Review> = object({
  id: name,
  urn: name,
  trust: nullable(name),
  region: name,
  phase: name,
  lat: latitude,
  lon: longitude,
  needs: namesWithoutRepeats,
  priority: integer(1, MOST),
  windows: list(
    object({ week: date(), window, grade: oneOf(HOST_GRADES) }),
    noRepeats(slotKey, 'the slot'),
  ),
});

const PUBLISHED: Shape<SeatRow> = object(
  {
    review: name,
    week: nullable(date()),
    window: nullable(window),
    lead: nullable(name),
    qualityAssurer: nullable(name),
    shadow: nullable(name),
  },
  checkPublishedRow,
);

/** "A row has lead, week and window, or none of the three; without them its other seats are null too." */
function checkPublishedRow(row: SeatRow, faults: Faults): void {
  const named = (['lead', 'week', 'window'] as const).filter((field) => row[field] !== null);
  if (named.length === 3) return;
  const wrong =
    named.length > 0
      ? (['lead', 'week', 'window'] as const).filter((field) => row[field] === null)
      : (['qualityAssurer', 'shadow'] as const).filter((field) => row[field] !== null);
  for (const field of wrong) {
    const why =
      named.length > 0
        ? `a value, because ${named.join(' and ')} is given; a row has lead, week and window, or none of the three.`
        : 'null, because the row has no lead; remove the person or add lead, week and window.';
    faults.at(field, () => faults.report(`found ${show(row[field])}, expected ${why}`));
  }
}

const PIN: Shape<Pin> = object(
  {
    review: name,
    lead: optional(name),
    qualityAssurer: optional(name),
    shadow: optional(name),
    week: optional(date()),
    window: optional(window),
  },
  (pin, faults) => {
    if ((pin.week === undefined) === (pin.window === undefined)) return;
    const [missing, given] = pin.week === undefined ? ['week', 'window'] : ['window', 'week'];
    faults.at(missing, () =>
      faults.report(`missing, but ${given} is given; a pin names both or neither.`),
    );
  },
);

const BAN: Shape<Ban> = object({
  lead: name,
  review: optional(name),
  week: optional(date()),
  window: optional(window),
});

const POLICY: Shape<Policy> = object({
  availability: object({ PREFERRED: weight, AVAILABLE: weight, IF_NEEDED: weight }),
  hostWindow: object({ PREFERRED: weight, ACCEPTABLE: weight }),
  region: object({ PREFERRED: weight, WILLING: weight, RELUCTANT: weight }),
  unmatchedNeed: weight,
  travelStepKm: integer(1, MOST),
  travelStep: weight,
  overnightKm: integer(0, MOST),
  overnight: weight,
  roadFactor: decimal(0, 10, true),
  companyChange: weight,
});

const PROBLEM: Shape<Problem> = object({
  format: oneOf([PROBLEM_FORMAT]),
  name,
  weeks: list(monday(), checkAscending, 1),
  closed: list(object({ week: date(), window, reason })),
  leads: list(
    LEAD,
    noRepeats(({ id }) => id, 'the id of the person', 'id'),
  ),
  reviews: list(
    REVIEW,
    noRepeats(({ id }) => id, 'the id of the review', 'id'),
  ),
  published: list(
    PUBLISHED,
    noRepeats(({ review }) => review, 'the review of the row', 'review'),
  ),
  pins: list(PIN),
  bans: list(BAN),
  policy: POLICY,
});

function checkAscending(weeks: readonly (readonly [number, string])[], faults: Faults): void {
  let last: string | null = null;
  for (const [index, week] of weeks) {
    if (last !== null && week <= last) {
      const after = last;
      faults.at(index, () =>
        faults.report(
          `found "${week}", expected a Monday after "${after}"; sort the weeks and name each once.`,
        ),
      );
    } else last = week;
  }
}

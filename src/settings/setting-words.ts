import { type SettingKey } from './settings.js';

/** How a field is entered and shown. */
export type FieldKind = 'COUNT' | 'NUMBER' | 'PENCE' | 'YES_NO' | 'CALENDAR' | 'PHASES';

/** A field of a group, in words. */
export interface FieldWords {
  /** Where it lies in the group's value, such as `commitment`, `LEAD`. */
  path: readonly string[];
  label: string;
  kind: FieldKind;
  /** What is counted, as in "reviews a year". */
  unit?: string;
}

/** A group of settings, in words. */
export interface GroupWords {
  title: string;
  /** The rule. */
  words: string;
  /** What another value changes in a plan, or elsewhere. */
  effect: string;
  fields: readonly FieldWords[];
}

const count = (path: string, label: string, unit: string): FieldWords => ({
  path: [path],
  label,
  kind: 'COUNT',
  unit,
});

const number = (path: string, label: string, unit: string): FieldWords => ({
  path: [path],
  label,
  kind: 'NUMBER',
  unit,
});

const yesNo = (group: string, role: string, label: string): FieldWords => ({
  path: [group, role],
  label,
  kind: 'YES_NO',
});

/** The groups that are fields only; policies and fees have words of their own. In the order of the screen. */
export const settingWords: Partial<Record<SettingKey, GroupWords>> = {
  minimum: {
    title: 'Minimum commitment',
    words: 'How many reviews a contracted person leads in an academic year.',
    effect:
      'A plan shares a term’s reviews so that as few as possible are short of this. A higher minimum gives everybody a higher target.',
    fields: [
      count('lead', 'Lead Reviewers', 'reviews a year'),
      count('servingLeader', 'Serving leaders', 'reviews a year'),
    ],
  },
  servingLeader: {
    title: 'Who counts as a serving leader',
    words: 'Heads and senior leaders of which phases have the lower minimum.',
    effect: 'Whoever no longer counts has the higher minimum, and so a higher target.',
    fields: [{ path: ['phases'], label: 'Phases of their own school', kind: 'PHASES' }],
  },
  rest: {
    title: 'Rest',
    words: 'At most so many reviews in any run of so many school weeks.',
    effect:
      'No plan breaks it. Fewer reviews or more weeks leave people more rest, and may leave reviews without a lead.',
    fields: [
      count('reviews', 'At most', 'reviews'),
      count('weeks', 'in any', 'school weeks of a term'),
    ],
  },
  termCap: {
    title: 'Most in a term',
    words: 'At most so many seats in one term, unless a person’s own limit is lower.',
    effect: 'No plan breaks it. A lower number spreads reviews over more people.',
    fields: [
      count('lead', 'Lead Reviewers', 'seats a term'),
      count('servingLeader', 'Serving leaders', 'seats a term'),
    ],
  },
  priority: {
    title: 'Priority of reviews',
    words: 'How much a review weighs when not all can have a lead.',
    effect:
      'Where leads are short, a plan covers what weighs more. One review of priority 2 outweighs one of priority 1.',
    fields: [
      count('usual', 'Usual', ''),
      count('priorityRegion', 'In the North East and South East', ''),
      count('perTermCarriedOver', 'Added for each term a review was carried over', ''),
    ],
  },
  conflicts: {
    title: 'How long a tie to a school lasts',
    words: 'Nobody sits on a review of a school they are tied to, unless operations allows it.',
    effect: 'Longer ties rule more people out of more reviews.',
    fields: [
      count('reviewLedAcademicYears', 'Led its review in the last', 'academic years'),
      count('workedAtYears', 'Worked there in the last', 'years'),
    ],
  },
  experienced: {
    title: 'Who may assure quality',
    words: 'A quality assurer is experienced: both must be true.',
    effect: 'Stricter numbers leave fewer assurers, and new leads can lead only beside one.',
    fields: [
      count('reviewsLed', 'Reviews led in all, at least', ''),
      count('earlierYearsInPool', 'Earlier academic years in the pool, at least', ''),
    ],
  },
  seatsThatCount: {
    title: 'What counts as a review led',
    words: 'Which seats count towards the minimum, and which are paid.',
    effect:
      'A seat that counts towards the minimum lowers what is left to place; pay changes costs only.',
    fields: [
      yesNo('commitment', 'LEAD', 'Leading counts towards the minimum'),
      yesNo('commitment', 'QUALITY_ASSURER', 'Assuring quality counts towards the minimum'),
      yesNo('commitment', 'SHADOW', 'Shadowing counts towards the minimum'),
      yesNo('pay', 'LEAD', 'Leading is paid'),
      yesNo('pay', 'QUALITY_ASSURER', 'Assuring quality is paid'),
      yesNo('pay', 'SHADOW', 'Shadowing is paid'),
    ],
  },
  checksDue: {
    title: 'Contracts and checks coming due',
    words: 'How long before its end a contract or a DBS check is listed as due.',
    effect: 'Changes only what the report of contracts and checks lists, no plan.',
    fields: [
      count('contractDays', 'Contract: before its last day', 'days'),
      count('dbsDays', 'DBS check: before its last day', 'days'),
    ],
  },
  cancellation: {
    title: 'Late cancellation by a school',
    words:
      'A review that its school cancels so shortly before its first day counts as offered, not as led.',
    effect: 'Changes the commitments of those concerned, no plan.',
    fields: [count('noticeWorkingDays', 'Working days before the first day, or fewer', 'days')],
  },
  calendar: {
    title: 'Usual school calendar',
    words: 'The term dates of a school for which none are known, and of the programme.',
    effect: 'Decides in which weeks those schools can be reviewed.',
    fields: [{ path: ['defaultCalendarId'], label: 'Calendar', kind: 'CALENDAR' }],
  },
  visitingTeam: {
    title: 'Visiting team',
    words: 'How many visiting reviewers there are besides the lead.',
    effect: 'No plan of leads changes.',
    fields: [
      count('fewest', 'At least', 'visiting reviewers'),
      count('most', 'At most', 'visiting reviewers'),
    ],
  },
  travel: {
    title: 'Travel times',
    words: 'How road miles are turned into minutes.',
    effect: 'Only the times that are shown: plans weigh distances.',
    fields: [
      number('shortTripMph', 'Short trips', 'miles an hour'),
      number('mediumTripMph', 'Other trips', 'miles an hour'),
      number('longTripMph', 'Long trips', 'miles an hour'),
      number('shortTripBelowMiles', 'A trip is short below', 'road miles'),
      number('longTripAboveMiles', 'and long above', 'road miles'),
      number('fixedAccessMinutes', 'Parking and signing in', 'minutes'),
    ],
  },
};

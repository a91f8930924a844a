import { type Mend, type Obstacle, type Standing } from '../../solver/explain/obstacles.js';
import { type Ban, type Role } from '../../solver/problem.js';
import { milesAtLeast, milesAtMost } from '../../solver/distance.js';
import { slotInWords, weekInWords } from '../../calendar/words.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { factInWords } from '../summary/fact-words.js';
import { type StandingView } from './explanation-parts.schema.js';
import { listed, sentence } from '../summary/phrases.js';
import { NOT_ANSWERED } from '../summary/plan-names.js';
import { type Teller } from './teller.js';

type MendView = StandingView['windows'][number]['obstacles'][number]['mend'];

/** Every rule in the way of a seat, with what would mend it. */
export function tellStanding(standing: Standing, teller: Teller): StandingView {
  const { windows, permitted, blockedBy, nearest } = standing;
  return {
    isPermitted: permitted.length > 0,
    windows: windows.map(({ slot, hostGrade, obstacles }) => ({
      ...teller.slot(slot),
      hostWindow: hostGrade,
      obstacles: obstacles.map((obstacle) => ({
        rule: obstacle.rule,
        title: obstacle.title,
        reason: reasonInWords(obstacle, teller),
        mend: tellMend(obstacle.mend, obstacle.rule, teller),
      })),
    })),
    blockedBy,
    nearest: nearest && {
      ...teller.slot(nearest.slot),
      mends: nearest.mends.map((mend) => tellMend(mend, 'noBan', teller)),
      words: listed(nearest.mends.map((mend) => condition(mend, teller))),
    },
  };
}

const seats: Record<Role, string> = {
  LEAD: 'lead it',
  QUALITY_ASSURER: 'assure its quality',
  SHADOW: 'shadow it',
};

/** Why somebody is refused, in sentences: each rule once, then the nearest way. */
export function refusalInWords(
  standing: StandingView,
  person: string,
  role: Role,
  teller: Teller,
): string[] {
  const { nearest } = standing;
  const reasons = reasonsOnce(standing, person, teller);
  if (nearest === null) return [...reasons, ...whyNoMend(standing)];
  return [...reasons, `${teller.names.person(person)} could ${seats[role]} if ${nearest.words}.`];
}

/** Why no change that could be asked for helps. */
export function whyNoMend(standing: StandingView): string[] {
  const never = obstaclesToTell(standing)
    .filter(({ mend }) => mend.kind === 'NOBODY_CAN_BE_ASKED')
    .map(({ mend }) => mend.words);
  const alone = standing.blockedBy.length === 0 ? ['No single change mends it.'] : [];
  return [...alone, ...new Set(never)];
}

/** Every rule once: what is so whatever the window comes first; in how many windows somebody is away is counted. */
export function reasonsOnce(standing: StandingView, person: string, teller: Teller): string[] {
  const { windows } = standing;
  const name = teller.names.person(person);
  const byRule = new Map<string, string[]>();
  for (const { rule, reason } of obstaclesToTell(standing)) {
    byRule.set(rule, [...(byRule.get(rule) ?? []), reason]);
  }
  const isEverywhere = ([, reasons]: [string, string[]]): number =>
    reasons.length === windows.length && new Set(reasons).size === 1 ? 0 : 1;
  const [opening, whose] = acceptsNone(standing)
    ? [['The school accepts no window of the term.'], 'the term’s']
    : [[], 'the school’s'];
  const reasons = [...byRule]
    .sort((a, b) => isEverywhere(a) - isEverywhere(b))
    .flatMap(([rule, reasons]) => {
      if (rule !== 'personIsAvailable' || reasons.length === 1) return [...new Set(reasons)];
      const which = reasons.length === windows.length ? 'any' : String(reasons.length);
      const of = `${which} of ${whose} ${windows.length} windows`;
      return teller.names.isSilent(person)
        ? [`${name} ${NOT_ANSWERED} ${of}.`]
        : [`${name} is not available in ${of}.`];
    });
  return [...opening, ...reasons];
}

/** Then the windows are all of the term; one by itself is one that was asked about. */
function acceptsNone({ windows }: StandingView): boolean {
  return windows.length > 1 && windows.every(({ hostWindow }) => hostWindow === null);
}

/** Where the school accepts no window there is none to speak of: only what is so in all of the term, beside the school's no. */
function obstaclesToTell(standing: StandingView): StandingView['windows'][number]['obstacles'] {
  const { windows } = standing;
  const all = windows.flatMap(({ obstacles }) => obstacles);
  if (!acceptsNone(standing)) return all;
  const times = (wanted: string): number => all.filter(({ rule }) => rule === wanted).length;
  return all.filter(({ rule }) => rule !== 'hostAcceptsSlot' && times(rule) === windows.length);
}

/** With names, and distances in miles: what is further than a limit never reads as within it. */
function reasonInWords({ rule, reason, mend }: Obstacle, teller: Teller): string {
  const { names } = teller;
  if (mend.kind === 'LIFT_BANS') {
    return `Operations ruled out ${listed(widestOf(bansOf(mend.bans, teller)).map((ban) => banInWords(ban, teller)))}.`;
  }
  if (mend.kind === 'ASK' && mend.fact.kind === 'DISTANCE') {
    const { lead, km, insteadOfKm } = mend.fact;
    return `${names.person(lead)} lives ${milesAtLeast(km)} miles away by road and travels at most ${milesAtMost(insteadOfKm)}.`;
  }
  const told = sentence(names.inWords(reason));
  // A phase is a code in problems.
  return rule === 'phaseIsTheirs'
    ? told.replace(/\((\w+)\)/u, (_, phase: string) => `(${phaseInWords(phase)})`)
    : told;
}

function tellMend(mend: Mend, rule: string, teller: Teller): MendView {
  switch (mend.kind) {
    case 'ASK': {
      const { fact } = mend;
      const subject = 'lead' in fact ? fact.lead : fact.review;
      const words = `It would do if ${condition(mend, teller)}.`;
      return { kind: 'ASK', fact: fact.kind, subject, words };
    }
    case 'LIFT_BANS':
      return {
        kind: 'LIFT_BANS',
        fact: null,
        subject: null,
        words: `It would do if ${condition(mend, teller)}.`,
      };
    case 'NOBODY_CAN_BE_ASKED':
      return { kind: mend.kind, fact: null, subject: null, words: whyNobody(rule) };
  }
}

/** The end of a sentence that begins "… if". */
function condition(mend: Exclude<Mend, { kind: 'NOBODY_CAN_BE_ASKED' }>, teller: Teller): string {
  if (mend.kind === 'ASK') return factInWords(mend.fact, teller.names);
  return `operations no longer ruled out ${bansInWords(mend.bans, teller)}`;
}

/** All of them, since each has to be lifted; what reads alike once. */
function bansInWords(numbers: readonly number[], teller: Teller): string {
  const words = bansOf(numbers, teller).map((ban) => banInWords(ban, teller));
  return listed([...new Set(words)]);
}

function bansOf(numbers: readonly number[], { problem }: Teller): Ban[] {
  return numbers.flatMap((number) => problem.bans[number] ?? []);
}

/** Of bans on one person those that no other says already, and of equal ones the first. */
function widestOf(bans: readonly Ban[]): Ban[] {
  return bans.filter((ban, at) =>
    bans.every((other, index) => {
      if (index === at || !isWithin(ban, other)) return true;
      return isWithin(other, ban) && at < index;
    }),
  );
}

/** Whether whatever one ban rules out the other does, too. */
function isWithin(ban: Ban, other: Ban): boolean {
  return (['review', 'week', 'window'] as const).every(
    (name) => other[name] === undefined || other[name] === ban[name],
  );
}

/** "Ada Skylark for Vale School in the week of 11 January 2027" */
function banInWords({ lead, review, week, window }: Ban, teller: Teller): string {
  const where = review === undefined ? '' : ` for ${teller.names.school(review)}`;
  const days = window === 'MON_WED' ? 'Monday to Wednesday' : 'Wednesday to Friday';
  const when =
    week !== undefined && window !== undefined
      ? ` on ${slotInWords(week, window)}`
      : week !== undefined
        ? ` in the ${weekInWords(week).replace('Week', 'week')}`
        : window === undefined
          ? ''
          : ` on any ${days}`;
  return `${teller.names.person(lead)}${`${where}${when}` || ' from everything'}`;
}

const NOBODY: Record<string, string> = {
  noConflictOfInterest: 'a conflict of interest is not lifted by asking',
  phaseIsTheirs: 'the phases that somebody may review follow from their expertise',
  leadSharesANeed: 'specialisms follow from expertise',
  roleIsHeld: 'who may take which seat follows from standing, induction and training',
  slotIsOpen: 'the window is closed to everybody',
};

function whyNobody(rule: Obstacle['rule']): string {
  return `${sentence(NOBODY[rule] ?? 'this is not a thing to ask for')}: nobody can be asked to change it.`;
}

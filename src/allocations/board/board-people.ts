import { dateInWords } from '../../calendar/words.js';
import { windowDays } from '../../calendar/slots.js';
import { type Lead, type Problem, WINDOWS } from '../../solver/problem.js';
import { counted } from '../summary/phrases.js';
import { NO_ANSWER } from '../snapshot/problem-leads.js';
import { silentPeople } from '../snapshot/silent-people.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { type Chip, type ShownPlan } from './board-chips.js';
import { type BoardFacts, type PersonFacts } from './board-facts.js';
import { type BoardView } from './board.schema.js';

type Person = BoardView['people'][number];
type Lane = Person['lane'];

const NO_REGION = 'Home region not known';

/** Everybody who has a seat in the plan or could have one, in the problem's order. */
export function boardPeople(
  shown: ShownPlan,
  facts: BoardFacts,
  context: Partial<SnapshotContext>,
  chips: readonly Chip[],
): Person[] {
  const silent = silentPeople(context);
  const closed = new Set(shown.problem.closed.map(({ week, window }) => `${week} ${window}`));
  return shown.problem.leads.map((lead) => {
    const about = facts.people.get(lead.id);
    const isSilent = silent.has(lead.id);
    const led = chips.filter((chip) => chip.lead === lead.id);
    const warnings = warningsOf(about, shown.problem, isSilent);
    return {
      person: lead.id,
      name: shown.names.person(lead.id),
      home: about?.home ?? null,
      region: about?.region ?? NO_REGION,
      roles: lead.roles,
      isNew: lead.isNew,
      note: noteOf(lead, about),
      warnings,
      led: led.length,
      target: lead.roles.includes('LEAD') ? lead.commitment.target : 0,
      shortBy: shortBy(lead, led.length),
      year: yearOf(lead, led),
      lane: laneOf(lead, shown.problem, { isSilent, closed }),
    };
  });
}

function shortBy({ roles, commitment }: Lead, led: number): number {
  return roles.includes('LEAD') ? Math.max(0, commitment.target - led) : 0;
}

function yearOf({ commitment: { minimum, done } }: Lead, led: readonly Chip[]): Person['year'] {
  const count = (...states: Chip['state'][]): number =>
    led.filter(({ state }) => states.includes(state)).length;
  const booked = count('ACCEPTED', 'LED');
  const offered = count('OFFERED');
  const draft = count('DRAFT');
  const total = done + led.length;
  const left = Math.max(0, minimum - total);
  return {
    minimum,
    total,
    parts: { led: done, booked, offered, draft, left },
    words: `${done} led in earlier terms, ${led.length} in this plan, ${left} left of ${minimum}`,
  };
}

function laneOf(
  lead: Lead,
  { weeks }: Problem,
  { isSilent, closed }: { isSilent: boolean; closed: ReadonlySet<string> },
): Lane {
  return weeks.flatMap((week) =>
    WINDOWS.map((window): Lane[number] => {
      if (closed.has(`${week} ${window}`)) return 'CLOSED';
      const grade = lead.availability[week]?.[window];
      return grade ?? (isSilent ? 'NO_ANSWER' : 'UNAVAILABLE');
    }),
  );
}

/** What somebody is besides a Lead Reviewer in the pool for the whole year; null: nothing. */
function noteOf({ roles, isNew, commitment }: Lead, about: PersonFacts | undefined): string | null {
  if (isNew) return 'New: needs an assurer';
  if (!roles.includes('LEAD')) {
    return roles.includes('SHADOW')
      ? 'In induction: shadows'
      : roles.length > 0
        ? 'Assures only'
        : 'No seat but this';
  }
  if (about?.servingLeader === true) return 'Serving leader';
  return about?.isPartYear === true ? `Part-year: ${commitment.minimum}` : null;
}

const SHORT_GATES: Readonly<Record<string, string>> = {
  'DBS check': 'DBS',
  Contract: 'Contract',
  'Code of conduct acknowledgement': 'Code',
  'Safeguarding policy acknowledgement': 'Safeguarding',
};

/** What will keep somebody from seats for part of the term unless it is seen to. */
function warningsOf(
  about: PersonFacts | undefined,
  { weeks }: Problem,
  isSilent: boolean,
): Person['warnings'] {
  const silence = isSilent ? [{ short: 'No answer', words: NO_ANSWER }] : [];
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!about || first === undefined || last === undefined) return silence;
  const [begins, ends] = [windowDays(first, 'MON_WED')[0], windowDays(last, 'WED_FRI')[2]];
  const names = [...new Set(about.gates.map(({ name }) => name))];
  const ending = names.flatMap((name) => {
    const periods = about.gates.filter((gate) => gate.name === name);
    if (periods.some(({ from, to }) => from <= ends && (to === null || ends <= to))) return [];
    const end = periods
      .flatMap(({ to }) => (to !== null && begins <= to && to < ends ? [to] : []))
      .sort()
      .at(-1);
    if (end === undefined) return [];
    const when = dateInWords(end);
    const short = when.replace(/^(\d+ \p{L}{3})\p{L}* \d+$/u, '$1');
    return [
      { short: `${SHORT_GATES[name] ?? name} ${short}`, words: `${name} runs out on ${when}` },
    ];
  });
  return [...silence, ...ending];
}

/** How much somebody still lacks: of the term's target first, then of the year's minimum. */
export interface Need {
  readonly short: number;
  readonly left: number;
}

export function needOf(lead: Lead, led: number): Need {
  const { minimum, done } = lead.commitment;
  return { short: shortBy(lead, led), left: Math.max(0, minimum - done - led) };
}

const NO_NEED: Need = { short: 0, left: 0 };

/** By region of their homes, in the registers' order; within a region those who need most first, as the saved plan has it. */
export function boardGroups(
  people: readonly Person[],
  facts: BoardFacts,
  savedNeeds: ReadonlyMap<string, Need>,
): BoardView['groups'] {
  const known = facts.regions.map(({ name }) => name);
  const others = [...new Set(people.map(({ region }) => region))].filter((r) => !known.includes(r));
  return [...known, ...others].flatMap((region) => {
    const here = people.filter((person) => person.region === region);
    if (here.length === 0) return [];
    const need = ({ person }: Person): Need => savedNeeds.get(person) ?? NO_NEED;
    const ordered = here.toSorted(
      (a, b) =>
        need(b).short - need(a).short ||
        Number(b.roles.includes('LEAD')) - Number(a.roles.includes('LEAD')) ||
        need(b).left - need(a).left ||
        a.name.localeCompare(b.name, 'en-GB'),
    );
    const leads = here.filter(({ roles }) => roles.includes('LEAD'));
    const short = here.reduce((sum, person) => sum + person.shortBy, 0);
    const reviews = here.reduce((sum, person) => sum + person.led, 0);
    return [
      {
        region,
        isPriority: facts.regions.some((each) => each.name === region && each.isPriority),
        people: ordered.map(({ person }) => person),
        words: `${counted(leads.length, 'lead')}, ${counted(reviews, 'review')}`,
        shortBy: short,
        target: short === 0 ? 'all at target' : `${short} short of target`,
      },
    ];
  });
}

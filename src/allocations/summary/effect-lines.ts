import { KM_PER_MILE, roadKm } from '../../solver/distance.js';
import { type Effect } from '../../solver/hand/effect.js';
import { type Lead, type Problem, type SeatRow } from '../../solver/problem.js';
import { counted, listed } from './phrases.js';
import { type PlanNames } from './plan-names.js';

export const EFFECT_LINES = [
  'RULE',
  'COVERAGE',
  'CHANGES',
  'SHADOWING',
  'COMMITMENT',
  'TRAVEL',
] as const;

/** One thing that edits come to, such as who is short of their target then. */
export interface EffectLine {
  about: (typeof EFFECT_LINES)[number];
  isWorse: boolean;
  words: string;
}

/**
 * What edits come to in a few sentences, what matters most first: rules, coverage, published leads and
 * dates, shadows, commitment, the way. The seven numbers stand beside them for whoever wants them.
 */
export function effectLines(effect: Effect, problem: Problem, names: PlanNames): EffectLine[] {
  const gain = (aim: string): number => effect.gains.find((each) => each.aim === aim)?.gain ?? 0;
  const line = (about: EffectLine['about'], isWorse: boolean, words: string): EffectLine => ({
    about,
    isWorse,
    words,
  });
  const changes = gain('changes');
  const shadows = gain('shadowing');
  return [
    ...effect.appearing.map(({ sentence }) => line('RULE', true, names.inWords(sentence))),
    line('COVERAGE', gain('coverage') < 0, coverageInWords(effect, names)),
    ...(changes === 0
      ? []
      : [
          line(
            'CHANGES',
            changes < 0,
            `${counted(Math.abs(changes), 'published lead or date', 'published leads and dates')} ${changes < 0 ? 'changed' : 'as published again'}`,
          ),
        ]),
    ...(shadows === 0
      ? []
      : [
          line(
            'SHADOWING',
            shadows < 0,
            `${counted(Math.abs(shadows), 'person', 'people')} ${shadows < 0 ? 'loses' : 'gets'} a shadow seat`,
          ),
        ]),
    line('COMMITMENT', gain('commitment') < 0, commitmentInWords(effect, names)),
    ...travelLines(effect, problem).map((words) => line('TRAVEL', false, words)),
  ];
}

function coverageInWords({ rows, reviews }: Effect, names: PlanNames): string {
  const covered = rows.filter(({ lead }) => lead !== null).length;
  const lost = reviews.filter(({ from, to }) => from.lead !== null && to.lead === null);
  const found = reviews.filter(({ from, to }) => from.lead === null && to.lead !== null);
  const schools = (which: typeof lost): string =>
    listed(which.map(({ to }) => names.school(to.review)));
  if (lost.length > 0) {
    return `${counted(lost.length, 'review loses its lead', 'reviews lose their lead')}: ${schools(lost)}`;
  }
  if (found.length > 0) {
    return `${counted(found.length, 'more review has', 'more reviews have')} a lead: ${schools(found)}. ${covered} of ${rows.length} have one`;
  }
  return `All ${covered} reviews keep a lead`;
}

function commitmentInWords({ people }: Effect, names: PlanNames): string {
  const short = (target: number, led: number): number => Math.max(0, target - led);
  const changed = people.flatMap(({ person, target, before, after }) => {
    const [was, is] = [short(target, before.led), short(target, after.led)];
    return was === is ? [] : [{ name: names.person(person), was, is, led: after.led, target }];
  });
  if (changed.length === 0) return 'Commitment: nobody shorter of their target';
  return `Commitment: ${listed(
    changed.map(({ name, is, led, target }) =>
      is === 0
        ? `${name} reaches the target of ${target}`
        : `${name} leads ${led} of a target of ${target}, ${is} short`,
    ),
  )}`;
}

function travelLines({ people, reviews }: Effect, problem: Problem): string[] {
  const all = inMiles(
    people.reduce((sum, { before, after }) => sum + after.roadKm - before.roadKm, 0),
  );
  const [only] = reviews;
  const leads = new Map(problem.leads.map((lead) => [lead.id, lead]));
  const one =
    only && reviews.length === 1 && only.from.lead !== null && only.to.lead !== null
      ? inMiles(kmTo(only.to, problem, leads) - kmTo(only.from, problem, leads))
      : null;
  const parts = [
    ...(one === null || one === 0 ? [] : [`${further(one)} for this review`]),
    ...(all === 0 || all === one ? [] : [`${further(all)} in all`]),
  ];
  return parts.length === 0 ? [] : [`${parts.join('; ')}, one way`];
}

function kmTo(
  { lead, review }: SeatRow,
  problem: Problem,
  leads: ReadonlyMap<string, Lead>,
): number {
  const school = problem.reviews.find(({ id }) => id === review);
  const person = leads.get(lead ?? '');
  return school && person ? roadKm(person.home, school, problem.policy.roadFactor) : 0;
}

const inMiles = (km: number): number => Math.round(km / KM_PER_MILE);

function further(miles: number): string {
  return `${counted(Math.abs(miles), 'mile')} ${miles > 0 ? 'further' : 'nearer'}`;
}

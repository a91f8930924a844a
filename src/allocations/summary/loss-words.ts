import { type DropOut } from '../../solver/explain/drop-out.js';
import { type AimPrice } from '../../solver/explain/price.js';
import { type DisturbanceLine } from '../../solver/explain/re-plan.js';
import { type AimName } from '../../solver/plan.js';
import { counted, listed, numbered } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** What is counted of an aim, for one and for several: less of it is better. Of the other aims there are points. */
const UNITS: Readonly<Partial<Record<AimName, readonly [one: string, many: string]>>> = {
  coverage: ['point of priority left without a lead', 'points of priority left without a lead'],
  changes: ['published lead or date changed', 'published leads or dates changed'],
  shadowing: ['person without a shadow seat', 'people without a shadow seat'],
  commitment: ['review short of targets', 'reviews short of targets'],
};

/** Such as "2 more points of priority left without a lead; fit better by 40 points"; empty where nothing differs. */
export function lossesInWords(losses: readonly AimPrice[]): string {
  return losses
    .filter(({ loss }) => loss !== 0)
    .map(({ aim, loss }) => {
      const amount = Math.abs(loss);
      const unit = UNITS[aim];
      if (!unit) return `${aim} ${loss > 0 ? 'worse' : 'better'} by ${counted(amount, 'point')}`;
      return `${numbered(amount)} ${loss > 0 ? 'more' : 'fewer'} ${unit[amount === 1 ? 0 : 1]}`;
    })
    .join('; ');
}

/** An aim that is served worse or better, in words. */
export interface Difference {
  aim: AimName;
  isWorse: boolean;
  words: string;
}

/** What each aim loses or gains, but for coverage, of which reviews by name say more; the weightiest first. */
export function differencesInWords(losses: readonly AimPrice[]): Difference[] {
  return losses
    .filter(({ aim, loss }) => loss !== 0 && aim !== 'coverage')
    .map(({ aim, loss }) => ({ aim, isWorse: loss > 0, words: differenceInWords(aim, loss) }));
}

function differenceInWords(aim: AimName, loss: number): string {
  const size = Math.abs(loss);
  const isWorse = loss > 0;
  const by = `by ${counted(size, 'point')}`;
  switch (aim) {
    case 'coverage':
      return `coverage ${isWorse ? 'worse' : 'better'}, ${by} of priority`;
    case 'changes':
      return `${numbered(size)} ${isWorse ? 'more' : 'fewer'} published ${size === 1 ? 'lead or date changes' : 'leads and dates change'}`;
    case 'shadowing':
      return `${numbered(size)} ${isWorse ? 'fewer' : 'more'} ${size === 1 ? 'person gets' : 'people get'} a shadow seat`;
    case 'commitment':
      return `${numbered(size)} ${isWorse ? 'more' : 'fewer'} ${size === 1 ? 'review' : 'reviews'} short of the term’s targets`;
    case 'balance':
      return `load spread ${isWorse ? 'less' : 'more'} evenly, ${by}`;
    case 'fit':
      return `leads, dates and schools suit each other ${isWorse ? 'less' : 'better'}, ${by}`;
    case 'company':
      return `quality assurers and shadows suit ${isWorse ? 'less' : 'better'}, ${by}`;
  }
}

/** So many people are named where a sentence could name all. */
const NAMED = 6;

/** Without how many people a review would lose its lead, in a sentence. */
export function dropOutsInWords(people: readonly DropOut[], names: PlanNames): string {
  const seated = people.filter(({ seats }) => seats > 0);
  if (seated.length === 0) return 'Nobody has a seat in the plan.';
  const needed = seated
    .filter(({ uncovered, losses }) => uncovered.length > 0 || losses === null)
    .map(({ person }) => names.person(person));
  if (needed.length === 0) {
    return seated.length === 1
      ? 'If the one person with a seat drops out, every review that has a lead keeps one.'
      : `Whichever of the ${numbered(seated.length)} people with a seat drops out, every review that has a lead keeps one.`;
  }
  const more = needed.length > NAMED ? [`${numbered(needed.length - NAMED + 1)} others`] : [];
  const named = [...(more.length === 0 ? needed : needed.slice(0, NAMED - 1)), ...more];
  return `${numbered(needed.length)} of ${counted(seated.length, 'person', 'people')} cannot drop out without a review losing its lead: ${listed(named)}.`;
}

/**
 * What happens without somebody, in whole sentences.
 *
 * @param areMovesTold whether each review that moves is told beside them, with who takes it over
 */
export function dropOutInWords(dropOut: DropOut, names: PlanNames, areMovesTold = false): string[] {
  const { losses, seats, uncovered, disturbed } = dropOut;
  const takenOver = areMovesTold ? [] : dropOut.takenOver;
  const person = names.person(dropOut.person);
  if (seats === 0) return [`${person} has no seat in the plan: it stands as it is.`];
  if (losses === null) {
    return [`Without ${person} no plan keeps the pins. Drop one of those that need them.`];
  }
  const sentences = [
    uncovered.length === 0
      ? `Without ${person} every review that has a lead keeps one.`
      : `Without ${person} ${listed(uncovered.map((review) => names.school(review)))} would have no lead.`,
    ...takenOver.map(({ review, by }) => `${names.person(by)} takes over ${names.school(review)}.`),
  ];
  const others = disturbed.length;
  sentences.push(
    others === 0
      ? 'Nobody else moves.'
      : `${counted(others, 'person is', 'people are')} disturbed.`,
  );
  const lost = lossesInWords(losses);
  if (lost !== '') sentences.push(`In all: ${lost}.`);
  if (!dropOut.isProven) sentences.push('The re-plan is not proven: a better one may exist.');
  return sentences;
}

/** One line of the price list of disturbance, in a sentence. */
export function disturbanceInWords(line: DisturbanceLine, names: PlanNames): string {
  const { people, disturbed, change, rows } = line;
  const covered = rows.filter(({ lead }) => lead !== null).length;
  const who = disturbed.map((person) => names.person(person));
  const head = people === 0 ? 'Disturbing nobody' : `Disturbing ${people} (${listed(who)})`;
  const bought = lossesInWords(change);
  const gain = bought === '' ? '' : `; against the line before: ${bought}`;
  const reviews = counted(rows.length, 'review');
  return `${head}: ${numbered(covered)} of ${reviews} ${covered === 1 ? 'has' : 'have'} a lead${gain}.`;
}

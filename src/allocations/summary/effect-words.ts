import { slotInWords } from '../../calendar/words.js';
import { aims } from '../../solver/aims/aims.js';
import { KM_PER_MILE } from '../../solver/distance.js';
import { type Assessment } from '../../solver/hand/assess.js';
import { isSameRow } from '../../solver/hand/edits.js';
import { type Effect, type PersonEffect } from '../../solver/hand/effect.js';
import { type Gain } from '../../solver/hand/gains.js';
import { type AimName } from '../../solver/plan.js';
import { type SeatRow } from '../../solver/problem.js';
import { type Breach } from '../../solver/rules/plan-rule.js';
import { sentence } from './phrases.js';
import { type PlanNames } from './plan-names.js';

/** What becomes of one review: its row before and after, and that in a sentence. */
export interface ReviewChange {
  review: string;
  school: string;
  from: SeatRow;
  to: SeatRow;
  words: string;
}

/** An aim before and after; `gain` is positive where it is served better, whichever way the aim runs. */
export interface AimChange extends Gain {
  title: string;
  before: number;
  after: number;
  words: string;
}

/** The reviews that two plans over one problem do not treat alike. */
export function reviewChanges(
  from: readonly SeatRow[],
  to: readonly SeatRow[],
  names: PlanNames,
): ReviewChange[] {
  const before = new Map(from.map((row) => [row.review, row]));
  return to.flatMap((row) => {
    const was = before.get(row.review);
    return was === undefined || isSameRow(was, row) ? [] : [reviewChange(was, row, names)];
  });
}

function reviewChange(from: SeatRow, to: SeatRow, names: PlanNames): ReviewChange {
  const school = names.school(to.review);
  const words = sentence(
    `${school}: ${rowInWords(to, names)}; before: ${rowInWords(from, names)}.`,
  );
  return { review: to.review, school, from, to, words };
}

/** Who is on a review and when, such as "Ada Skylark leads on Monday 11 to Wednesday 13 January 2027". */
export function rowInWords(row: SeatRow, names: PlanNames): string {
  const { lead, week, window, qualityAssurer, shadow } = row;
  const when = week === null || window === null ? '' : ` on ${slotInWords(week, window)}`;
  const parts = [lead === null ? 'nobody leads' : `${names.person(lead)} leads${when}`];
  if (qualityAssurer !== null) parts.push(`${names.person(qualityAssurer)} assures its quality`);
  if (shadow !== null) parts.push(`${names.person(shadow)} shadows`);
  return parts.join(', ');
}

/** Every aim, in their order. */
export function aimChanges({ before, after, gains }: Effect): AimChange[] {
  return gains.map(({ aim, gain }) => {
    const title = titleOf(aim);
    const [was, is] = [valueIn(before, aim), valueIn(after, aim)];
    const words =
      gain === 0 ? `${title}: as before.` : `${title}: ${gainInWords(gain)} (${was} to ${is}).`;
    return { aim, gain, title, before: was, after: is, words };
  });
}

/** What a place costs, by the names of the aims: "Coverage gains 2; fit pays 14." */
export function priceInWords(gains: readonly Gain[]): string {
  const parts = gains
    .filter(({ gain }) => gain !== 0)
    .map(({ aim, gain }) => `${aim} ${gainInWords(gain)}`);
  if (parts.length === 0) return 'No aim gains or pays.';
  return sentence(`${parts.join('; ')}.`);
}

const gainInWords = (gain: number): string => (gain > 0 ? `gains ${gain}` : `pays ${-gain}`);

/** "Ada Skylark: leads 3 (before: 2; target 3), 5 in the year of at least 6; …" */
export function personInWords(person: PersonEffect, names: PlanNames): string {
  const { before, after, target, minimum, done } = person;
  const seats = `${after.seats} ${after.seats === 1 ? 'seat' : 'seats'} (before: ${before.seats})`;
  const travel = `${milesOf(after.roadKm)} miles one way (before: ${milesOf(before.roadKm)})`;
  return (
    `${names.person(person.person)}: leads ${after.led} (before: ${before.led}; target ${target}), ` +
    `${done + after.led} in the year of at least ${minimum}; ${seats}; ${travel}.`
  );
}

/** To one decimal. */
export function milesOf(km: number): number {
  return Math.round((km / KM_PER_MILE) * 10) / 10;
}

/** A breach with names instead of references in its sentence. */
export function breachInWords(breach: Breach, names: PlanNames): Breach {
  return { ...breach, sentence: names.inWords(breach.sentence) };
}

export function titleOf(aim: AimName): string {
  return aims.find(({ name }) => name === aim)?.title ?? aim;
}

function valueIn({ values }: Assessment, aim: AimName): number {
  return values.get(aim) ?? 0;
}

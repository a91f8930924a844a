import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { storedReviews } from '../../reviews/stored-reviews.js';
import { settingsOn } from '../../settings/settings.js';
import { type SeatRow } from '../../solver/problem.js';
import { type BoardFacts, loadBoardFacts, noFacts } from '../board/board-facts.js';
import { lineOf } from '../hand/plan-line.js';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';
import { type PlanNames } from '../summary/plan-names.js';
import { planHead } from './plan-head.js';
import { type PlanReviewView, type UnplacedView } from './plan-review.schema.js';
import { type AboutReviews, reviewFacts } from './review-facts.js';
import { lastReviewInWords, reviewHistory } from './review-history.js';
import { lastReviewOf, needNames, schoolFacts } from './review-registers.js';
import { assurerOf, reviewState, shadowOf } from './review-seats.js';
import { unplacedReviews } from './unplaced-reviews.js';

/** Single reviews of a plan, and those without a lead, with all that is shown of them beside prices and asks. */
@Injectable()
export class PlanReviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal when there is no such plan, it is the proof that there is none, or it has no such review */
  async review(planId: string, reference: string): Promise<PlanReviewView> {
    const opened = await this.plans.open(planId);
    const { stored, problem, names } = opened;
    const review = problem.reviews.find(({ id }) => id === reference);
    const row = stored.content.reviews.find((each) => each.review === reference);
    if (!review || !row) {
      throw new Refusal('NOT_FOUND', `There is no review ${reference} in this plan.`);
    }
    const { manager } = this.dataSource;
    const line = await lineOf(manager, planId);
    const facts = await this.registers(opened);
    const last =
      stored.termId === null
        ? null
        : await lastReviewOf(manager, { urn: review.urn, review: reference });
    const upToHere = line.filter(({ version }) => version <= stored.version);
    const home = (person: string): string | null => facts.people.get(person)?.home ?? null;
    const told = reviewFacts(review, await this.about(opened, { code: reference }));
    return {
      plan: planHead(stored, line),
      ...told,
      state: reviewState(row, facts.seats),
      days: told.windows.find((each) => isAt(each, row))?.days ?? null,
      lead: row.lead === null ? null : { ...named(row.lead, names), home: home(row.lead) },
      qualityAssurer: assurerOf(row, stored.content.reviews, problem, names),
      shadow: shadowOf(row, names),
      lastReview: last && { week: last.week, words: lastReviewInWords(last) },
      history: reviewHistory(reference, upToHere, facts.seats, names),
      people: problem.leads.map(({ id }) => ({ ...named(id, names), home: home(id) })),
      place: placeOf(reference, stored.content.reviews, names),
    };
  }

  /** @throws Refusal when there is no such plan, or it is the proof that there is none */
  async unplaced(planId: string): Promise<UnplacedView> {
    const opened = await this.plans.open(planId);
    const line = await lineOf(this.dataSource.manager, planId);
    const about = await this.about(opened, { termId: opened.stored.termId ?? undefined });
    return { plan: planHead(opened.stored, line), ...unplacedReviews(opened, about) };
  }

  private async registers({ stored }: OpenedPlan): Promise<BoardFacts> {
    if (stored.termId === null) return noFacts;
    return loadBoardFacts(this.dataSource.manager, stored.termId);
  }

  private async about(
    { stored, problem, names, frozen }: OpenedPlan,
    which: { code?: string; termId?: string | undefined },
  ): Promise<AboutReviews> {
    const { manager } = this.dataSource;
    const today = this.clock.today();
    const isOfTerm = stored.termId !== null;
    const registered = isOfTerm
      ? await storedReviews(manager, await settingsOn(manager, today), today, which)
      : [];
    const urns = isOfTerm ? problem.reviews.map(({ urn }) => urn) : [];
    return {
      problem,
      names,
      context: frozen.context,
      schools: await schoolFacts(manager, urns),
      needs: await needNames(manager),
      priorities: new Map(registered.map(({ code, priority }) => [code, priority])),
    };
  }
}

function named(person: string, names: PlanNames): { person: string; name: string } {
  return { person, name: names.person(person) };
}

type Slot = Pick<SeatRow, 'week' | 'window'>;

function isAt(one: Slot, other: Slot): boolean {
  return one.week === other.week && one.window === other.window;
}

/** Where a review stands among all: by its days, those without a lead last, then by its school's name. */
function placeOf(
  review: string,
  rows: readonly SeatRow[],
  names: PlanNames,
): PlanReviewView['place'] {
  const key = (row: SeatRow): string =>
    [row.week ?? '9999', row.window ?? '', names.school(row.review), row.review].join('\n');
  const sorted = rows
    .map((row) => ({ review: row.review, school: names.school(row.review), key: key(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const index = sorted.findIndex((each) => each.review === review);
  const at = (place: number): PlanReviewView['place']['next'] => {
    const found = sorted[place];
    return found ? { review: found.review, school: found.school } : null;
  };
  return { number: index + 1, of: sorted.length, previous: at(index - 1), next: at(index + 1) };
}

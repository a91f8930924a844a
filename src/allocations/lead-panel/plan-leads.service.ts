import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { gradeSlots } from '../../availability/grades.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { formerHomeInWords } from '../../reviewers/fact-words.js';
import { type Lead } from '../../solver/problem.js';
import { lineOf } from '../hand/plan-line.js';
import { type OpenedPlan, OpenedPlans } from '../plans/opened-plans.js';
import { planHead } from '../reviews/plan-head.js';
import { leadCommitment } from './lead-commitment.js';
import { type LeadFacts, loadLeadFacts } from './lead-facts.js';
import { leadGates, leadTraining } from './lead-gates.js';
import { personHistory } from './lead-history.js';
import { leadLoad } from './lead-load.js';
import {
  conflictsInWords,
  employersInWords,
  expertiseOf,
  limitsOf,
  regionsOf,
  seatsInWords,
  standingOf,
} from './lead-person.js';
import { type LeadSeat, leadSeats, nextSeat, travelOf } from './lead-seats.js';
import { withWarnings } from './lead-warnings.js';
import { type HistoryView, type PlanLeadView } from './plan-lead.schema.js';

/** Single people of a plan, with all that operations wants to know of them on the telephone. */
@Injectable()
export class PlanLeads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: OpenedPlans,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal when there is no such plan or person, or the plan is the proof that there is none */
  async lead(planId: string, code: string): Promise<PlanLeadView> {
    const opened = await this.plans.open(planId);
    const { stored, problem, names, frozen } = opened;
    const { manager } = this.dataSource;
    const today = this.clock.today();
    const facts =
      stored.termId === null ? noFacts : await loadLeadFacts(manager, stored.termId, code, today);
    const lead = problem.leads.find(({ id }) => id === code) ?? outsidePlan(code, facts);
    const rows = stored.content.reviews;
    const shown = { problem, rows, names, context: frozen.context, records: facts?.seats ?? [] };
    const bare = leadSeats(lead, shown);
    const gates = facts === null ? [] : leadGates(facts, bare, today);
    const seats = warned(bare, gates, facts);
    return {
      plan: planHead(stored, await lineOf(manager, planId)),
      person: code,
      name: facts?.person?.name ?? names.person(code),
      isInvented: facts?.person?.synthetic ?? false,
      ...whoTheyAre(lead, facts, today),
      home: homeOf(facts),
      formerHomes: formerHomesOf(facts),
      next: nextSeat(seats, today),
      place: placeOf(code, opened),
      seats,
      commitment: facts === null ? null : leadCommitment(lead, facts, seats),
      load: leadLoad(lead, problem, seats),
      travel: travelOf(seats),
      gates,
      training: facts === null ? [] : leadTraining(facts, today),
      version: facts?.person?.version ?? null,
      revision: facts?.person?.revision ?? null,
    };
  }

  /** @throws Refusal when nobody on the register has this reference */
  history(code: string): Promise<HistoryView> {
    return personHistory(this.dataSource.manager, code);
  }
}

/** A plan of no term has no registers around it. */
const noFacts = null;

/** Somebody of the register to whom this plan can give nothing. */
function outsidePlan(code: string, facts: LeadFacts | null): Lead {
  if (!facts?.person)
    throw new Refusal('NOT_FOUND', `There is no Lead Reviewer ${code} in this plan.`);
  const { home, phases, needs } = facts.person;
  return {
    id: code,
    roles: [],
    isNew: false,
    home,
    phases,
    needs,
    conflicts: [],
    regions: {},
    availability: {},
    commitment: {
      minimum: facts.inTerm?.minimum.reviews ?? 0,
      done: facts.inTerm?.ledInEarlierTerms ?? 0,
      target: 0,
    },
    limits: { term: 0, restReviews: 0, restWeeks: 1, maxKm: null },
  };
}

function warned(
  seats: readonly LeadSeat[],
  gates: PlanLeadView['gates'],
  facts: LeadFacts | null,
): LeadSeat[] {
  if (!facts?.inTerm) return [...seats];
  const { answer, waiver, gateBlocks } = facts.inTerm;
  const grades = gradeSlots(answer ?? undefined, seats, gateBlocks, waiver ?? undefined);
  return withWarnings(seats, gates, grades);
}

type Person =
  | 'standing'
  | 'notes'
  | 'may'
  | 'phases'
  | 'needs'
  | 'regions'
  | 'limits'
  | 'conflicts'
  | 'overridden'
  | 'employers';

function whoTheyAre(
  lead: Lead,
  facts: LeadFacts | null,
  today: string,
): Pick<PlanLeadView, Person> {
  if (facts === null) {
    return {
      standing: 'As the problem file has them',
      notes: [],
      may: [],
      phases: lead.phases,
      needs: lead.needs.map((code) => ({ code, name: code })),
      regions: [],
      limits: {
        own: { termLimit: null, restReviews: null, restWeeks: null, maxMiles: null },
        words: [],
      },
      conflicts: [],
      overridden: [],
      employers: [],
    };
  }
  return {
    ...standingOf(facts, lead, today),
    may: seatsInWords(lead, facts),
    ...expertiseOf(lead, facts),
    regions: regionsOf(facts, today),
    limits: limitsOf(facts, today),
    ...conflictsInWords(facts),
    employers: employersInWords(facts, today),
  };
}

function homeOf(facts: LeadFacts | null): PlanLeadView['home'] {
  if (!facts?.person) return null;
  const { place, region, home } = facts.person;
  const isPriority = facts.regions.some((each) => each.name === region && each.isPriority);
  return { place, region, isPriority, ...home };
}

/** The latest first. */
function formerHomesOf(facts: LeadFacts | null): PlanLeadView['formerHomes'] {
  const homes = facts?.person?.formerHomes ?? [];
  return homes.map((home) => ({ ...home, words: formerHomeInWords(home) })).reverse();
}

/** Where somebody stands among all by name, so that one can go on to the next. */
function placeOf(code: string, { problem, names }: OpenedPlan): PlanLeadView['place'] {
  const sorted = problem.leads
    .map(({ id }) => ({ person: id, name: names.person(id) }))
    .sort(
      (one, other) =>
        one.name.localeCompare(other.name, 'en-GB') || (one.person < other.person ? -1 : 1),
    );
  const index = sorted.findIndex(({ person }) => person === code);
  return {
    number: index + 1,
    of: sorted.length,
    previous: sorted[index - 1] ?? null,
    next: index < 0 ? null : (sorted[index + 1] ?? null),
  };
}

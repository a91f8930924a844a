import type { EntityManager } from 'typeorm';
import { tryEach } from '../../platform/bulk/changes-of-many.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { believedAbout, touchedBy } from '../../reviewers/believed-facts.js';
import { recordFact, retract } from '../../reviewers/record-facts.js';
import { changeReviewer, reviewerByCode } from '../../reviewers/register.js';
import { type NewFact, type Retraction } from '../../reviewers/facts.schema.js';
import { agreeException, endContract, recordContract } from '../record-contracts.js';
import { holdLead, revisionOf } from '../../reviewers/revisions.js';
import { storedContracts, storedOverrides } from '../stored-contracts.js';
import { type Change, type LeadChange, type LeadChangesResult } from './lead-changes.schema.js';
import { loadNames, sayTopics } from './lead-topics.js';

/**
 * Many Lead Reviewers changed at once, or one in several ways. Each is tried by itself and says why it is refused; whether
 * all are kept is for the caller to decide.
 */
export async function changeLeads(
  manager: EntityManager,
  items: readonly LeadChange[],
  author: string,
): Promise<LeadChangesResult> {
  const names = await loadNames(manager, items);
  const tried = await tryEach(manager, items, (item) => {
    const { lead, changes } = item;
    const name = names.people.get(lead) ?? null;
    return {
      named: { lead, name },
      said: async () => (name === null ? null : sayTopics(manager, lead, changes, names)),
      make: (inner) => changeLead(inner, item, author),
    };
  });
  // Backwards, as somebody may be named twice.
  return { ...tried, undo: tried.undo.reverse() };
}

/** @returns the change that takes it back */
async function changeLead(
  manager: EntityManager,
  { lead, revision, changes }: LeadChange,
  author: string,
): Promise<LeadChange> {
  await holdLead(manager, lead, revision);
  const back: Change[] = [];
  for (const change of changes) {
    const undo = await undoOf(manager, lead, change);
    if (await make(manager, lead, change, author)) back.unshift(...undo);
  }
  if (back.length === 0) throw new Refusal('SO_ALREADY', 'It is so already: nothing would change.');
  return { lead, revision: (await revisionOf(manager, lead)) ?? revision, changes: back };
}

/** @returns whether anything changed */
async function make(
  manager: EntityManager,
  lead: string,
  change: Change,
  author: string,
): Promise<boolean> {
  switch (change.kind) {
    case 'FACT':
      return recordFact(manager, lead, change.fact, author);
    case 'NO_FACT':
      return retract(manager, lead, change.fact, author);
    case 'CONTRACT':
      return recordContract(manager, lead, change, author);
    case 'NO_CONTRACT':
      return endContract(manager, lead, change, author);
    case 'EXCEPTION':
      return agreeException(manager, lead, change.academicYear, change.exception, author);
    case 'EXPERTISE': {
      const { version, phases, needs } = await reviewerByCode(manager, lead);
      const next = {
        phases: changed(phases, change.add.phases, change.takeAway.phases),
        needs: changed(needs, change.add.needs, change.takeAway.needs),
      };
      if (isSame(next.phases, phases) && isSame(next.needs, needs)) return false;
      await changeReviewer(manager, lead, version, next, author);
      return true;
    }
  }
}

/** What brings back what is believed now, in order. */
async function undoOf(manager: EntityManager, lead: string, change: Change): Promise<Change[]> {
  switch (change.kind) {
    case 'FACT':
    case 'NO_FACT':
      return undoOfFact(change.fact, await believedAbout(manager, lead, change.fact));
    case 'CONTRACT':
    case 'NO_CONTRACT': {
      const { from, to } = change;
      const contracts = (await storedContracts(manager, [lead])).get(lead) ?? [];
      const again = contracts
        .filter((each) => each.from <= to && (each.to === null || from <= each.to))
        .map((each): Change => ({ kind: 'CONTRACT', ...each, to: each.to ?? to }));
      return [{ kind: 'NO_CONTRACT', from, to }, ...again];
    }
    case 'EXCEPTION': {
      const { academicYear } = change;
      const agreed = (await storedOverrides(manager, [lead])).get(lead) ?? [];
      const before = agreed.find((each) => each.academicYear === academicYear);
      if (before === undefined) return [{ kind: 'EXCEPTION', academicYear, exception: null }];
      const { minimum, reason, decidedOn } = before;
      return [{ kind: 'EXCEPTION', academicYear, exception: { minimum, reason, decidedOn } }];
    }
    case 'EXPERTISE': {
      const { phases, needs } = await reviewerByCode(manager, lead);
      const { add, takeAway } = change;
      const own = (known: readonly string[], codes: readonly string[]): string[] =>
        codes.filter((code) => known.includes(code));
      const foreign = (known: readonly string[], codes: readonly string[]): string[] =>
        codes.filter((code) => !known.includes(code));
      return [
        {
          kind: 'EXPERTISE',
          add: { phases: own(phases, takeAway.phases), needs: own(needs, takeAway.needs) },
          takeAway: { phases: foreign(phases, add.phases), needs: foreign(needs, add.needs) },
        },
      ];
    }
  }
}

function undoOfFact(fact: NewFact | Retraction, believed: readonly NewFact[]): Change[] {
  const again = touchedBy(fact, believed).map((each): Change => ({ kind: 'FACT', fact: each }));
  return [{ kind: 'NO_FACT', fact: placeOf(fact) }, ...again];
}

/** Which fact it is, without what it says. */
function placeOf(fact: NewFact | Retraction): Retraction {
  switch (fact.kind) {
    case 'EMPLOYMENT':
    case 'STANDING':
    case 'OWN_LIMIT':
      return { kind: fact.kind, from: fact.from, to: fact.to };
    case 'FORMER_HOME':
      return { kind: fact.kind, from: fact.from, to: fact.to };
    case 'GATE':
      return { kind: fact.kind, from: fact.from, to: fact.to, gate: fact.gate };
    case 'REGION':
      return { kind: fact.kind, from: fact.from, to: fact.to, region: fact.region };
    case 'CONFLICT': {
      const { kind, from, to, conflict, urn, trustUid } = fact;
      return { kind, from, to, conflict, urn, trustUid };
    }
    case 'CONFLICT_OVERRIDE':
      return { kind: fact.kind, from: fact.from, to: fact.to, urn: fact.urn };
    case 'TRAINING':
      return { kind: fact.kind, trainingDay: fact.trainingDay };
    case 'INDUCTION':
      return { kind: fact.kind, stage: fact.stage };
  }
}

function changed(
  known: readonly string[],
  add: readonly string[],
  takeAway: readonly string[],
): string[] {
  return [...new Set([...known, ...add])].filter((code) => !takeAway.includes(code));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code, index) => code === other[index]);
}

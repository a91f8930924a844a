import { slotInWords, weekInWords } from '../../calendar/words.js';
import { type AssurersFound, type Preflight } from '../../solver/preflight/preflight.js';
import { type PersonRoom, type ReviewsShort } from '../../solver/preflight/review-findings.js';
import { type GroupRow, type SlotRow, type WeekRow } from '../../solver/preflight/tables.js';
import { type Problem } from '../../solver/problem.js';
import { NO_ANSWER } from '../snapshot/problem-leads.js';
import { WINDOWS_NOT_KNOWN } from '../snapshot/problem-reviews.js';
import { type SnapshotContext } from '../snapshot/snapshot-input.js';
import { planNames, type PlanNames } from '../summary/plan-names.js';
import {
  groupInWords,
  helpForAssurers,
  helpForNobody,
  helpForShadows,
  helpForShortage,
} from '../summary/preflight-help.js';
import {
  assurerCostInWords,
  assurersInWords,
  coverageInWords,
  nobodyInWords,
  shadowsInWords,
  shortageInWords,
  shortagesBesidePins,
  timeInWords,
} from '../summary/preflight-words.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { type FollowUpRow, followUpRows, inventedIn } from '../tables/plan-tables.js';
import { inventedInWords } from '../tables/standing-words.js';
import { type PreflightView } from './preflight.schema.js';

/**
 * What was found, with the names that go with the problem.
 *
 * @param needNames what the codes of needs stand for
 */
export function preflightView(
  problem: Problem,
  found: Preflight,
  context: Partial<SnapshotContext>,
  needNames: ReadonlyMap<string, string>,
): PreflightView {
  const names = planNames(context, problem);
  const isInvented = inventedIn(context);
  const tell = new Teller(problem, names);
  return {
    term: problem.name,
    asOf: context.asOf ?? null,
    words: [...coverageInWords(found), ...inventedInWords(isInvented)],
    isInvented,
    coverage: found.coverage,
    pinsShort: found.pinsShort && tell.tooMany(found.pinsShort),
    shortages: shortagesBesidePins(found).map((shortage) => ({
      ...tell.tooMany(shortage),
      priorityLost: shortage.priorityLost,
      smallest: shortage.smallest.map((part) => tell.tooMany(part)),
      whatHelps: helpForShortage(shortage, names),
    })),
    nobody: found.nobody.map((review) => ({
      ...tell.school(review.review),
      ...nobodyInWords(review, found, names),
      whatHelps: helpForNobody(review, found, names),
    })),
    seats: tell.seats(found),
    weeks: found.weeks.map((row) => ({
      ...row,
      name: weekInWords(row.week),
      ...tell.time(row),
    })),
    slots: found.slots.map(({ slot, ...row }) => ({
      ...row,
      ...slot,
      name: slotInWords(slot.week, slot.window),
      ...tell.time({ slot, ...row }),
    })),
    regions: found.regions.map((row) => ({ ...aboutGroup(row), name: row.name })),
    phases: found.phases.map((row) => ({ ...aboutGroup(row), name: phaseInWords(row.name) })),
    needs: found.needs.map((row) => ({
      ...aboutGroup(row),
      name: needNames.get(row.name) ?? row.name,
    })),
    leftOut: followUpRows(context, names).map((row) => ({
      ...row,
      whatHelps: whatHelps(row),
    })),
  };
}

function aboutGroup(row: GroupRow): GroupRow & { code: string; words: string[] } {
  return { ...row, code: row.name, words: groupInWords(row) };
}

/** How somebody or a school gets into the term. */
function whatHelps({ kind, reason }: FollowUpRow): string {
  if (kind === 'School') {
    return reason === WINDOWS_NOT_KNOWN
      ? 'Ask the school, or accept any usable window for it.'
      : 'Complete the school in the register.';
  }
  return reason === NO_ANSWER
    ? 'Chase them, or enter what they said for them.'
    : 'If they should take part, complete what is missing in their record.';
}

type TooMany = PreflightView['shortages'][number]['smallest'][number];

/** Puts names to references. */
class Teller {
  private readonly reviews: ReadonlyMap<string, Problem['reviews'][number]>;
  private readonly pinned: ReadonlySet<string>;

  constructor(
    problem: Problem,
    private readonly names: PlanNames,
  ) {
    this.reviews = new Map(problem.reviews.map((review) => [review.id, review]));
    this.pinned = new Set(problem.pins.map(({ review }) => review));
  }

  school(id: string): TooMany['reviews'][number] {
    const { region = '', priority = 1 } = this.reviews.get(id) ?? {};
    return {
      review: id,
      school: this.names.school(id),
      region,
      priority,
      isPinned: this.pinned.has(id),
    };
  }

  tooMany(short: ReviewsShort): TooMany {
    const { what, why, people } = shortageInWords(short, this.names);
    return {
      words: [what, why, ...people],
      reviews: short.reviews.map((id) => this.school(id)),
      most: short.most,
      people: short.people.map((room) => this.room(room)),
    };
  }

  time(row: WeekRow | SlotRow): Pick<PreflightView['weeks'][number], 'words' | 'onlyHere'> {
    return { words: timeInWords(row), onlyHere: row.onlyHere.map((id) => this.school(id)) };
  }

  seats(found: Preflight): PreflightView['seats'] {
    const { assurers, shadows } = found;
    const [ofAssurers, ofShadows] = [
      assurersInWords(found, this.names),
      shadowsInWords(found, this.names),
    ];
    const persons = (ids: readonly string[]): { lead: string; name: string }[] =>
      ids.map((id) => this.person(id));
    return {
      leads: {
        reviews: found.coverage.due.reviews,
        people: found.people,
        most: found.coverage.most.reviews,
      },
      assurers: {
        ...assurers,
        words: ofAssurers,
        whatHelps: helpForAssurers(ofAssurers),
        nobody: persons(assurers.nobody),
        shortages: assurers.shortages.map((shortage) => ({
          newLeads: persons(shortage.newLeads),
          most: shortage.most,
          assurers: shortage.assurers.map((room) => this.room(room)),
          cost: this.costOf(shortage),
        })),
      },
      shadows: {
        ...shadows,
        words: ofShadows,
        whatHelps: helpForShadows(ofShadows),
        nowhere: persons(shadows.nowhere),
        shortages: shadows.shortages.map(({ people, most, reviews }) => ({
          people: persons(people),
          most,
          reviews: reviews.map((id) => this.school(id)),
        })),
      },
    };
  }

  private costOf(shortage: AssurersFound['shortages'][number]): TooMany | null {
    const told = assurerCostInWords(shortage, this.names);
    if (shortage.cost === null || told === null) return null;
    return {
      words: [told.what, told.why, ...told.people],
      reviews: shortage.cost.reviews.map((id) => this.school(id)),
      most: shortage.cost.most,
      people: shortage.assurers.map((room) => this.room(room)),
    };
  }

  private person(lead: string): { lead: string; name: string } {
    return { lead, name: this.names.person(lead) };
  }

  private room({ lead, ...room }: PersonRoom): TooMany['people'][number] {
    return { ...this.person(lead), ...room };
  }
}

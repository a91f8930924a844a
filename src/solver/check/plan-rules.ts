import type { Lead, Problem, Week } from '../problem.js';
import type { PlannedReview } from './planned-review.js';
import { place, quoted, seatWord } from './words.js';

/** Every breach of the rules 1 to 5 of problem-format.md, Hard rules. */
export function planRuleFaults(problem: Problem, planned: readonly PlannedReview[]): string[] {
  return [
    ...planned.flatMap(reviewShapeFaults),
    ...assuranceFaults(problem, planned),
    ...shadowFaults(problem, planned),
    ...workloadFaults(problem, planned),
    ...pinFaults(problem, planned),
  ];
}

/** Rule 1: one slot, all different people, and nothing without a lead. */
function reviewShapeFaults({ review, row, slot, seats }: PlannedReview): string[] {
  const at = place(review.id, slot);
  const faults: string[] = [];
  if ((row.week === null) !== (row.window === null)) {
    faults.push(
      `${at}: rule 1, a slot is a week and a window together, but only the ` +
        `${row.week === null ? `window ${row.window ?? ''}` : `week ${row.week}`} is given.`,
    );
  }
  if (row.lead !== null && row.week === null && row.window === null) {
    faults.push(`${at}: rule 1, lead ${quoted(row.lead)} has no slot.`);
  }
  if (row.lead === null && (row.week !== null || row.window !== null)) {
    faults.push(`${at}: rule 1, a review without a lead has no slot.`);
  }
  for (const { role, personId } of seats) {
    if (row.lead === null) {
      const who = `${seatWord(role)}, but ${quoted(personId)} is named`;
      faults.push(`${at}: rule 1, a review without a lead has no ${who}.`);
    }
  }
  for (const [index, { role, personId }] of seats.entries()) {
    const earlier = seats.slice(0, index).find((seat) => seat.personId === personId);
    if (earlier) {
      faults.push(
        `${at}: rule 1, ${quoted(personId)} is both ${seatWord(earlier.role)} and ${seatWord(role)}.`,
      );
    }
  }
  return faults;
}

function leadOf({ seats }: PlannedReview): Lead | null {
  return seats.find(({ role }) => role === 'LEAD')?.person ?? null;
}

/** Rule 2: who is assured, and that every new lead who leads is assured at least once. */
function assuranceFaults(problem: Problem, planned: readonly PlannedReview[]): string[] {
  const faults: string[] = [];
  for (const plannedReview of planned) {
    const { review, row, slot } = plannedReview;
    const lead = leadOf(plannedReview);
    if (row.qualityAssurer !== null && lead !== null && !lead.isNew) {
      faults.push(
        `${place(review.id, slot)}: rule 2, quality assurer ${quoted(row.qualityAssurer)} sits only ` +
          `with a new lead, and ${quoted(lead.id)} is not new.`,
      );
    }
  }
  for (const person of problem.leads) {
    if (!person.isNew) continue;
    const led = planned.filter(({ row }) => row.lead === person.id);
    if (led.length > 0 && led.every(({ row }) => row.qualityAssurer === null)) {
      const where = led.map(({ review, slot }) => place(review.id, slot)).join('; ');
      faults.push(
        `Rule 2, new lead ${quoted(person.id)} has a quality assurer on none of the reviews they lead: ${where}.`,
      );
    }
  }
  return faults;
}

/** Rule 3: a shadow sits with a lead who is not new, once. */
function shadowFaults(problem: Problem, planned: readonly PlannedReview[]): string[] {
  const faults: string[] = [];
  for (const plannedReview of planned) {
    const { review, row, slot } = plannedReview;
    const lead = leadOf(plannedReview);
    if (row.shadow !== null && lead?.isNew) {
      faults.push(
        `${place(review.id, slot)}: rule 3, shadow ${quoted(row.shadow)} may not sit with ` +
          `${quoted(lead.id)}, who is a new lead.`,
      );
    }
  }
  for (const { id } of problem.leads) {
    const shadowed = planned.filter(({ row }) => row.shadow === id);
    if (shadowed.length > 1) {
      const where = shadowed.map(({ review, slot }) => place(review.id, slot)).join('; ');
      faults.push(
        `Rule 3, ${quoted(id)} shadows ${shadowed.length} times, and may do so once: ${where}.`,
      );
    }
  }
  return faults;
}

interface HeldSeat {
  /** The review and slot in words. */
  where: string;
  week: Week | null;
}

/** Rule 4: one seat a week, the term's limit and the rest between reviews, counting every seat. */
function workloadFaults(problem: Problem, planned: readonly PlannedReview[]): string[] {
  const seatsByPerson = new Map<string, HeldSeat[]>(problem.leads.map(({ id }) => [id, []]));
  for (const { review, slot, seats } of planned) {
    for (const { personId } of seats) {
      const held = { where: place(review.id, slot), week: slot?.week ?? null };
      seatsByPerson.get(personId)?.push(held);
    }
  }
  return problem.leads.flatMap((person) => {
    const held = seatsByPerson.get(person.id) ?? [];
    return [
      ...weekFaults(person, held),
      ...termFaults(person, held),
      ...restFaults(person, held, problem.weeks),
    ];
  });
}

function weekFaults(person: Lead, held: readonly HeldSeat[]): string[] {
  const weeks = new Set(held.flatMap(({ week }) => (week === null ? [] : [week])));
  return [...weeks].flatMap((week) => {
    const inWeek = held.filter((seat) => seat.week === week);
    if (inWeek.length < 2) return [];
    return [
      `Rule 4, one seat a week: ${quoted(person.id)} has ${inWeek.length} seats in the week ` +
        `${week}: ${wheres(inWeek)}.`,
    ];
  });
}

function termFaults(person: Lead, held: readonly HeldSeat[]): string[] {
  const { term } = person.limits;
  if (held.length <= term) return [];
  return [
    `Rule 4, limit of the term: ${quoted(person.id)} has ${held.length} seats and may have ` +
      `${term}: ${wheres(held)}.`,
  ];
}

function restFaults(person: Lead, held: readonly HeldSeat[], weeks: readonly Week[]): string[] {
  const { restReviews, restWeeks } = person.limits;
  const runLength = Math.min(restWeeks, weeks.length);
  const faults: string[] = [];
  let lastReported = '';
  for (let start = 0; start + runLength <= weeks.length; start += 1) {
    const run = weeks.slice(start, start + runLength);
    const inRun = held.filter(({ week }) => week !== null && run.includes(week));
    if (inRun.length <= restReviews) continue;
    const seats = wheres(inRun);
    if (seats === lastReported) continue;
    lastReported = seats;
    faults.push(
      `Rule 4, rest: ${quoted(person.id)} has ${inRun.length} seats in the ${runLength} neighbouring ` +
        `weeks from ${run[0] ?? ''} to ${run.at(-1) ?? ''} and may have ${restReviews}: ${seats}.`,
    );
  }
  return faults;
}

function wheres(held: readonly HeldSeat[]): string {
  return held.map(({ where }) => where).join('; ');
}

/** Rule 5: "the review gets a lead, and what is named is so". */
function pinFaults(problem: Problem, planned: readonly PlannedReview[]): string[] {
  const plannedById = new Map(planned.map((one) => [one.review.id, one]));
  return problem.pins.flatMap((pin, index) => {
    const found = plannedById.get(pin.review);
    // The problem's reader refuses a pin on a review that is not there.
    if (found === undefined) return [];
    const { row, slot } = found;
    const unmet: string[] = [];
    const want = (what: string, wanted: string | undefined, is: string | null): void => {
      if (wanted !== undefined && wanted !== is) {
        unmet.push(
          `asks for ${what} ${quoted(wanted)}, and the plan has ${is === null ? 'none' : quoted(is)}`,
        );
      }
    };
    if (pin.lead === undefined && row.lead === null) {
      unmet.push('asks for a lead, and the plan has none');
    }
    want('lead', pin.lead, row.lead);
    want('quality assurer', pin.qualityAssurer, row.qualityAssurer);
    want('shadow', pin.shadow, row.shadow);
    want('week', pin.week, row.week);
    want('window', pin.window, row.window);
    const at = place(pin.review, slot);
    return unmet.map((reason) => `${at}: rule 5, pin ${index} ${reason}.`);
  });
}

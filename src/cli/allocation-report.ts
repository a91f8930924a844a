import { slotInWords } from '../calendar/words.js';
import { type UncoveredReview } from '../solver/explain/uncovered.js';
import { type PlanSummary } from '../allocations/summary/plan-summary.js';
import { type SnapshotContext } from '../allocations/snapshot/snapshot-input.js';
import { type AimRow } from '../allocations/plan-tables.js';

export interface ReportedPlan {
  /** For people, such as "Spring 2027". */
  name: string;
  status: 'OPTIMAL' | 'FEASIBLE';
  aims: readonly AimRow[];
  summary: PlanSummary;
  uncovered: readonly UncoveredReview[];
  context: SnapshotContext;
  /** What each review's reference stands for: the school's URN. */
  urnByReview: ReadonlyMap<string, string>;
}

/** What an allocation comes to, in plain words: a text of short paragraphs for a terminal. */
export function reportInWords(plan: ReportedPlan): string {
  const named = namer(plan);
  return [
    headline(plan),
    regions(plan.summary),
    gaps(plan, named),
    leftOut(plan, named),
    commitment(plan.summary, named),
    balance(plan.summary),
    travel(plan.summary, named),
    seats(plan.summary),
    aims(plan),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headline({ name, status, summary: { coverage } }: ReportedPlan): string {
  const proven =
    status === 'OPTIMAL'
      ? 'Proven optimal and checked: no other plan is better in these aims, in this order.'
      : 'Stopped early: checked, but not proven to be the best plan.';
  return `${name}: ${coverage.covered} of ${reviews(coverage.reviews)} have a lead.\n${proven}`;
}

function regions({ regions: all }: PlanSummary): string {
  const priority = ['North East', 'South East'];
  const line = ({ region, covered, reviews: due }: PlanSummary['regions'][number]): string =>
    `  ${region.padEnd(26)}${`${covered} of ${due}`.padStart(10)}`;
  const first = all.filter(({ region }) => priority.includes(region));
  const others = all.filter(({ region }) => !priority.includes(region));
  return [
    'Coverage by region, those that matter most first',
    ...[...first, ...others].map(line),
  ].join('\n');
}

function gaps({ uncovered }: ReportedPlan, named: Namer): string {
  if (uncovered.length === 0) return 'Every review of the problem has a lead.';
  const parts = uncovered.map((review) => {
    const lines = [`  ${named.review(review.review)}`];
    for (const { slot, reason } of review.closedWindows) {
      lines.push(
        `    The school accepts ${slotInWords(slot.week, slot.window)}, when nobody can review: ${reason}.`,
      );
    }
    if (review.openWindows.length > 0) lines.push(...whoIsShutOut(review));
    lines.push(
      review.oneFact === null
        ? `    No one fact that we could ask for would cover it${review.tried > 0 ? ` (${review.tried} tried)` : ''}.`
        : `    It would be covered if ${named.words(lowerFirst(review.oneFact.words))} (checked by solving again).`,
    );
    return lines.join('\n');
  });
  return ['Without a lead, and why', ...parts].join('\n');
}

function whoIsShutOut({
  leads,
  rules,
  permitted,
  permittedNew,
  shutOutTogether,
}: UncoveredReview): string[] {
  const lines = [`    Of ${leads} people who may lead this term:`];
  for (const { title, leads: count } of rules) {
    lines.push(counted(count, `do not meet “${title}”`));
  }
  if (shutOutTogether > 0) {
    lines.push(counted(shutOutTogether, 'are kept out by one thing or another in each window'));
  }
  const established = permitted.length - permittedNew;
  if (established > 0)
    lines.push(
      counted(established, 'could lead it, but are needed elsewhere or have no room left'),
    );
  if (permittedNew > 0)
    lines.push(
      counted(
        permittedNew,
        'could lead it as new leads, if somebody could assure their quality there',
      ),
    );
  return lines;
}

const counted = (count: number, words: string): string =>
  `    ${String(count).padStart(4)} ${words}`;

function leftOut({ context }: ReportedPlan, named: Namer): string {
  if (context.leftOut.length === 0) return '';
  const lines = context.leftOut.map(({ review, lead, reason }) => {
    const who = review !== undefined ? named.review(review) : named.person(lead ?? '');
    return `  ${who}: ${reason}`;
  });
  return [
    `Left out of the problem (${context.leftOut.length}), for operations to follow up`,
    ...lines,
  ].join('\n');
}

function commitment({ commitment: found }: PlanSummary, named: Namer): string {
  const lines = [
    `Commitment: ${found.reachTarget} of ${found.people} people reach their target for the term; ${found.metMinimum} will have met the year’s minimum by its end.`,
  ];
  if (found.shortBy > 0) {
    lines.push(`Short of target by ${reviews(found.shortBy)} in all:`);
    for (const { person, led, target } of found.short.slice(0, 10)) {
      lines.push(`  ${named.person(person)}: ${led} of ${target}`);
    }
    if (found.short.length > 10) lines.push(`  and ${found.short.length - 10} more`);
  }
  return lines.join('\n');
}

function balance({ balance: found }: PlanSummary): string {
  const lines = found.peopleByReviewsLed.map(
    (people, led) =>
      `  ${String(people).padStart(4)} ${people === 1 ? 'person leads' : 'people lead'} ${reviews(led)}`,
  );
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return [
    'Balance',
    ...lines,
    `  By the end of the term people will have led between ${percent(found.smallestShare)} and ${percent(found.largestShare)} of their year’s minimum.`,
  ].join('\n');
}

function travel({ travel: found }: PlanSummary, named: Namer): string {
  const lines = [
    `Travel: ${found.miles.toLocaleString('en-GB')} miles one way in all, ${found.medianMiles} at the median; ${found.overnight} reviews need a night away.`,
  ];
  if (found.longest) {
    const { person, review, miles } = found.longest;
    lines.push(
      `The longest is ${miles} miles: ${named.person(person)} to ${named.review(review)}.`,
    );
  }
  return lines.join('\n');
}

function seats({ seats: found }: PlanSummary): string {
  const waiting = found.shadowsWaiting > 0 ? `, ${found.shadowsWaiting} still wait` : '';
  return `Induction: ${found.newLeads} new leads lead with ${found.qualityAssurers} quality-assured reviews; ${found.shadows} people shadow a review${waiting}.`;
}

function aims({ aims: rows }: ReportedPlan): string {
  const lines = rows.map(({ aim, value, bound, proven, betterWhen }) => {
    const number = value === null ? 'none' : value.toLocaleString('en-GB');
    const proof = proven
      ? 'proven'
      : `no plan is ${betterWhen} than ${bound?.toLocaleString('en-GB') ?? 'unknown'}`;
    return `  ${aim.padEnd(72)}${number.padStart(10)}  ${proof}`;
  });
  return ['The aims, each outranking all that follow', ...lines].join('\n');
}

/** How the solver, which knows no calendar, says a slot. */
const slotWords = /(Monday to Wednesday|Wednesday to Friday) of the week of (\d{4}-\d{2}-\d{2})/g;

interface Namer {
  person(code: string): string;
  review(code: string): string;
  /** A sentence of the solver with the references in it replaced by names. */
  words(sentence: string): string;
}

function namer({ context, urnByReview }: ReportedPlan): Namer {
  const person = (code: string): string => context.people[code]?.name ?? code;
  const review = (code: string): string => {
    const school = context.schools[urnByReview.get(code) ?? ''];
    return school ? `${school.name} (${code})` : code;
  };
  return {
    person,
    review,
    words: (sentence) =>
      sentence
        .replace(slotWords, (_, days: string, week: string) =>
          slotInWords(week, days.startsWith('Monday') ? 'MON_WED' : 'WED_FRI'),
        )
        .replace(/[A-Z0-9][A-Z0-9-]*[0-9]/g, (code) =>
          code in context.people ? person(code) : urnByReview.has(code) ? review(code) : code,
        ),
  };
}

function reviews(count: number): string {
  return `${count} ${count === 1 ? 'review' : 'reviews'}`;
}

/** A sentence that opens with a reference keeps its capital. */
function lowerFirst(sentence: string): string {
  return /^The /.test(sentence) ? `t${sentence.slice(1)}` : sentence;
}

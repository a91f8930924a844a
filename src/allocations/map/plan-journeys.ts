import { slotInWords } from '../../calendar/words.js';
import { type Lead, type Problem, type Role, type SeatRow } from '../../solver/problem.js';
import { type BoardFacts } from '../board/board-facts.js';
import { counted } from '../summary/phrases.js';
import { type PlanNames } from '../summary/plan-names.js';
import { isOvernight, milesTo } from '../tables/allocation-rows.js';
import { type PlanMapView } from './plan-map.schema.js';

export type Journey = PlanMapView['journeys'][number];

const DOES: Readonly<Record<Role, string>> = {
  LEAD: 'leads',
  QUALITY_ASSURER: 'assures the quality at',
  SHADOW: 'shadows at',
};

/** Who travels where for each seat of a plan, in the order of time; a review's lead comes first. */
export function planJourneys(
  problem: Problem,
  rows: readonly SeatRow[],
  names: PlanNames,
  people: BoardFacts['people'],
): Journey[] {
  const leads = new Map(problem.leads.map((lead) => [lead.id, lead]));
  const reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  return rows.toSorted(inTime).flatMap((row): Journey[] => {
    const review = reviews.get(row.review);
    const { week, window } = row;
    if (!review || week === null || window === null) return [];
    const seat = (role: Role, lead: Lead | undefined): Journey[] => {
      if (!lead) return [];
      const [name, school] = [names.person(lead.id), names.school(row.review)];
      const miles = Math.round(milesTo(problem, lead, review));
      const isAway = isOvernight(problem, lead, review);
      const way = `${counted(miles, 'mile')}${isAway ? ', a night away' : ''}`;
      return [
        {
          review: row.review,
          school,
          person: lead.id,
          name,
          home: people.get(lead.id)?.home ?? null,
          seat: role,
          week,
          days: slotInWords(week, window),
          miles,
          isOvernight: isAway,
          words: `${name} ${DOES[role]} ${school}: ${way}.`,
        },
      ];
    };
    return [
      ...seat('LEAD', leads.get(row.lead ?? '')),
      ...seat('QUALITY_ASSURER', leads.get(row.qualityAssurer ?? '')),
      ...seat('SHADOW', leads.get(row.shadow ?? '')),
    ];
  });
}

/** Those without a slot come last; of the same slot, by reference. */
export function inTime(one: SeatRow, other: SeatRow): number {
  const key = ({ week, window, review }: SeatRow): string =>
    `${week ?? '9999'} ${window ?? ''} ${review}`;
  return key(one) < key(other) ? -1 : 1;
}

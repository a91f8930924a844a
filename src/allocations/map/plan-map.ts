import { day } from '../../calendar/civil-date.js';
import { slotInWords, weekInWords } from '../../calendar/words.js';
import { type Lead, type Problem, type Review, type SeatRow } from '../../solver/problem.js';
import { seatState } from '../board/board-chips.js';
import { type BoardFacts } from '../board/board-facts.js';
import { type OpenedPlan } from '../plans/opened-plans.js';
import { STATES } from '../reviews/review-seats.js';
import { counted, coveredInWords } from '../summary/phrases.js';
import { type PlanSummary, summarisePlan } from '../summary/plan-summary.js';
import { phaseInWords } from '../tables/allocation-rows.js';
import { inTime, type Journey, planJourneys } from './plan-journeys.js';
import { MAP_STATES, type PlanMapView } from './plan-map.schema.js';

type School = PlanMapView['schools'][number];
type Home = PlanMapView['homes'][number];

const STATE_WORDS: Readonly<Record<School['state'], { words: string; means: string }>> = {
  ...STATES,
  LEFT_OUT: { words: 'Not in the plan', means: 'Its windows or other facts are not known yet' },
};

/**
 * A plan as it lies in the country: its schools, where its people live, and who travels where.
 *
 * @param leftOut schools of the term that the plan leaves out
 * @param needNames what the codes of needs stand for
 */
export function planMap(
  { stored, problem, names }: OpenedPlan,
  facts: BoardFacts,
  leftOut: readonly School[],
  needNames: ReadonlyMap<string, string>,
): Omit<PlanMapView, 'plan'> {
  const rows = stored.content.reviews;
  const journeys = planJourneys(problem, rows, names, facts.people);
  const schools = [...schoolsOf({ problem, names }, rows, journeys, facts), ...leftOut];
  const homes = problem.leads
    .filter(({ id, roles }) => roles.length > 0 || journeys.some(({ person }) => person === id))
    .map((lead) => homeOf(lead, names.person(lead.id), journeys, facts))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const summary = summarisePlan(problem, stored.content);
  const codes = [...new Set(schools.flatMap(({ needs }) => needs))].sort();
  return {
    words: coverageInWords(summary.coverage, leftOut.length),
    travel: travelInWords(summary.travel),
    regions: regionsOf(summary, homes, schools, facts).map((region) => ({
      ...region,
      weeks: weeksOf(problem, journeysTo(region.region, schools, journeys)),
    })),
    states: MAP_STATES.flatMap((state) => {
      const reviews = schools.filter((school) => school.state === state).length;
      return reviews === 0 ? [] : [{ state, ...STATE_WORDS[state], reviews }];
    }),
    phases: [...new Set(schools.flatMap(({ phase }) => phase ?? []))].sort(),
    needs: codes.map((code) => ({ code, name: needNames.get(code) ?? code })),
    weeks: weeksOf(problem, journeys),
    schools,
    homes,
    journeys,
  };
}

function schoolsOf(
  { problem, names }: Pick<OpenedPlan, 'problem' | 'names'>,
  rows: readonly SeatRow[],
  journeys: readonly Journey[],
  facts: BoardFacts,
): School[] {
  const reviews = new Map(problem.reviews.map((review) => [review.id, review]));
  const openSeats = new Map(
    facts.seats
      .filter(({ role, isOpen }) => role === 'LEAD' && isOpen)
      .map((seat) => [seat.review, seat]),
  );
  const leadsOn = new Map(
    journeys.flatMap((each) => (each.seat === 'LEAD' ? [[each.review, each] as const] : [])),
  );
  return rows.toSorted(inTime).flatMap((row): School[] => {
    const review = reviews.get(row.review);
    if (!review) return [];
    const { week, window, lead } = row;
    const state = seatState(row, openSeats.get(row.review));
    const days = week === null || window === null ? null : slotInWords(week, window);
    const journey = leadsOn.get(row.review);
    return [
      {
        ...placeOf(review),
        school: names.school(row.review),
        state,
        week,
        days,
        lead,
        leadName: lead === null ? null : names.person(lead),
        miles: journey?.miles ?? null,
        words: `${STATE_WORDS[state].words}. ${journey ? ledInWords(journey) : STATE_WORDS[state].means}.`,
      },
    ];
  });
}

function placeOf({
  id,
  region,
  phase,
  needs,
  lat,
  lon,
}: Review): Pick<School, 'review' | 'region' | 'phase' | 'needs' | 'lat' | 'lon'> {
  return { review: id, region, phase: phaseInWords(phase), needs, lat, lon };
}

/** "Ada Skylark leads it on Monday 11 to Wednesday 13 January 2027, 24 miles from home" */
function ledInWords({ name, days, miles, isOvernight }: Journey): string {
  const away = isOvernight ? ', with a night away' : '';
  return `${name} leads it on ${days}, ${counted(miles, 'mile')} from home${away}`;
}

/** Homes are personal: no closer than a kilometre leaves the server, whatever a problem file holds. */
function coarse(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}

function homeOf(
  { id, home: { lat, lon } }: Lead,
  name: string,
  journeys: readonly Journey[],
  facts: BoardFacts,
): Home {
  const theirs = journeys.filter(({ person }) => person === id);
  const about = facts.people.get(id);
  return {
    person: id,
    name,
    home: about?.home ?? null,
    region: about?.region ?? null,
    lat: coarse(lat),
    lon: coarse(lon),
    seats: theirs.length,
    words: seatsInWords(theirs),
  };
}

/** "Leads 2 reviews and has 1 other seat, 143 miles in all, one way by road." */
function seatsInWords(theirs: readonly Journey[]): string {
  if (theirs.length === 0) return 'Has no seat in this plan.';
  const led = theirs.filter(({ seat }) => seat === 'LEAD').length;
  const others = theirs.length - led;
  const parts = [
    ...(led === 0 ? [] : [`leads ${counted(led, 'review')}`]),
    ...(others === 0 ? [] : [`has ${counted(others, led === 0 ? 'seat' : 'other seat')}`]),
  ];
  const miles = theirs.reduce((sum, each) => sum + each.miles, 0);
  const does = parts.join(' and ');
  return `${does.charAt(0).toUpperCase()}${does.slice(1)}, ${counted(miles, 'mile')} in all, one way by road.`;
}

function regionsOf(
  summary: PlanSummary,
  homes: readonly Home[],
  schools: readonly School[],
  facts: BoardFacts,
): Omit<PlanMapView['regions'][number], 'weeks'>[] {
  const known = facts.regions.map(({ name }) => name);
  const named = [...schools.map(({ region }) => region), ...homes.flatMap((h) => h.region ?? [])];
  const others = [...new Set(named)].filter((name) => name !== '' && !known.includes(name)).sort();
  return [...known, ...others].map((region) => {
    const counts = summary.regions.find((each) => each.region === region);
    const { reviews, covered } = counts ?? { reviews: 0, covered: 0 };
    const living = homes.filter((home) => home.region === region).length;
    const live = `${counted(living, 'person lives', 'people live')} here`;
    return {
      region,
      isPriority: facts.regions.some(({ name, isPriority }) => name === region && isPriority),
      reviews,
      covered,
      homes: living,
      words:
        reviews === 0
          ? `No review of this plan. ${live}.`
          : `${covered} of ${counted(reviews, 'review')} ${covered === 1 ? 'has' : 'have'} a lead. ${live}.`,
    };
  });
}

function journeysTo(
  region: string,
  schools: readonly School[],
  journeys: readonly Journey[],
): Journey[] {
  const within = new Set(schools.flatMap((each) => (each.region === region ? each.review : [])));
  return journeys.filter(({ review }) => within.has(review));
}

function weeksOf({ weeks }: Problem, journeys: readonly Journey[]): PlanMapView['weeks'] {
  return weeks.map((week) => weekOf(week, journeys));
}

function weekOf(week: string, journeys: readonly Journey[]): PlanMapView['weeks'][number] {
  const inIt = journeys.filter((each) => each.week === week);
  const reviews = new Set(inIt.map(({ review }) => review)).size;
  const people = new Set(inIt.map(({ person }) => person)).size;
  const travel = `${counted(people, 'person travels', 'people travel')}`;
  return {
    week,
    label: day(week).toFormat('d LLL'),
    name: weekInWords(week),
    reviews,
    people,
    words: reviews === 0 ? 'No review' : `${counted(reviews, 'review')}, ${travel}`,
  };
}

function coverageInWords(coverage: PlanSummary['coverage'], leftOut: number): string {
  const first = coveredInWords(coverage);
  if (leftOut === 0) return first;
  return `${first} ${counted(leftOut, 'more review is', 'more reviews are')} not in the plan.`;
}

function travelInWords({ miles, medianMiles, overnight }: PlanSummary['travel']): string {
  if (miles === 0 && overnight === 0) return 'Nobody travels.';
  const nights =
    overnight === 0 ? 'no night away' : counted(overnight, 'night away', 'nights away');
  return `${counted(miles, 'mile')} in all, one way by road; ${counted(medianMiles, 'mile')} is usual; ${nights}.`;
}

import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { SAMPLE_TODAY } from '../../src/cli/demo-sample.js';
import {
  addDays,
  type Answers,
  AUTUMN,
  drawAnswers,
  drawHostWindows,
  SPRING,
  type Term,
} from './answers.js';
import { type AutumnHistory } from './autumn.js';
import { conflictRows } from './conflicts.js';
import { drawPeople, type Person } from './draw-people.js';
import { drawSchools, type SampleSchool } from './draw-schools.js';
import { type District, type OpenSchool } from './open-schools.js';
import * as records from './records.js';
import { type Rows } from './records.js';

export type Files = Map<string, Rows>;

const YEAR = '2026/27';
const ASKED = { 'autumn-2026': 165, 'spring-2027': 155, 'summer-2027': 160 } as const;
const UNANSWERED_PEOPLE = 7;
const UNANSWERED_HOSTS = 5;
const OUT_OF_REACH = { week: '2027-03-15', window: 'WED_FRI' } as const;

interface Asked {
  code: string;
  school: SampleSchool;
  term: keyof typeof ASKED;
}

/** Reviews of spring that cannot be covered, each for another reason. */
interface Gaps {
  noNeed: Asked;
  allInConflict: Asked;
  nobodyAvailable: Asked;
  closedWindow: Asked;
  noAssurer: Asked;
}

/** Everything of the sample that is drawn, and its files before and after autumn. */
export function drawBase(
  open: readonly OpenSchool[],
  districts: readonly District[],
  random: SeededRandom,
): { before(): Files; after(history: AutumnHistory): Files } {
  const schools = drawSchools(open, random);
  const people = withAlternativeProvision(drawPeople(schools, districts, random), random);
  const reviews = drawReviews(schools, random);
  const gaps = chooseGaps(reviews);
  gaps.noNeed.school.needs = ['MSI'];
  const common = commonFiles(schools, people, gaps, random);
  const autumnAnswers = drawAnswers(
    AUTUMN,
    people.filter(({ group }) => group !== 'INDUCTION'),
    random,
  );
  const springAnswers = drawSpring(people, random);
  const autumnHosts = hostRows(reviews, 'autumn-2026', AUTUMN, random);
  const silent = random.sample(
    reviews.filter((each) => each.term === 'spring-2027' && !Object.values(gaps).includes(each)),
    UNANSWERED_HOSTS,
  );
  const springRandom = seededRandom(random.between(1, 1_000_000));
  const nothingYet = new Map<string, string>();

  return {
    before: () =>
      new Map([
        ...common,
        ['standing', records.standingRows(people, nothingYet)],
        ['induction', records.inductionRows(people, nothingYet, nothingYet)],
        ...answerFiles([autumnAnswers]),
        ['reviews', reviews.map((each) => requested(each, each.term, 0, '2026-09-01', ''))],
        ...autumnHosts,
      ]),
    after: (history) => {
      const carried = reviews.filter(
        ({ code }) => history.endings.get(code)?.ending === 'NOT_COVERED',
      );
      const hosts = hostRows(
        reviews.map((each) => (carried.includes(each) ? { ...each, term: 'spring-2027' } : each)),
        'spring-2027',
        SPRING,
        springRandom,
        { silent, gaps },
      );
      return new Map([
        ...common,
        ['standing', records.standingRows(people, history.assuredOn)],
        ['induction', records.inductionRows(people, history.shadowedOn, history.assuredOn)],
        ...answerFiles([autumnAnswers, springAnswers]),
        ['reviews', reviews.map((each) => afterAutumn(each, history))],
        ...joined(autumnHosts, hosts),
        ['seats', history.seats],
      ]);
    },
  };
}

function withAlternativeProvision(people: Person[], random: SeededRandom): Person[] {
  const special = people.filter(
    (person) => person.phases.includes('SPECIAL') && !isInduction(person),
  );
  const chosen = random.sample(special, 6);
  for (const person of chosen) person.phases = [...person.phases, 'ALTERNATIVE_PROVISION'].sort();
  return people;
}

const isInduction = ({ group }: Person): boolean =>
  group === 'INDUCTION' || group === 'NEW' || group === 'NEW_FOR_NURSERIES';

function drawReviews(schools: readonly SampleSchool[], random: SeededRandom): Asked[] {
  const terms = random.sample(
    Object.entries(ASKED).flatMap(([term, count]) => Array<string>(count).fill(term)),
    schools.length,
  );
  const reviews = schools.map((school, index) => ({
    code: `QAR-2026-${String(index + 1).padStart(4, '0')}`,
    school,
    term: terms[index] as keyof typeof ASKED,
  }));
  // Nobody but a new lead knows nurseries, and one special school's need nobody knows: both in spring.
  const nursery = reviews.filter(({ school }) => school.phase === 'Nursery');
  for (const each of nursery) exchangeTerm(each, 'spring-2027', reviews);
  const provision = reviews.filter(({ school }) => school.phase === 'Alternative provision');
  if (!provision.some(({ term }) => term === 'spring-2027')) {
    exchangeTerm(provision[0] as Asked, 'spring-2027', reviews);
  }
  return reviews;
}

function exchangeTerm(review: Asked, term: Asked['term'], all: readonly Asked[]): void {
  if (review.term === term) return;
  const other = all.find((each) => each.term === term && each.school.phase === 'Primary') as Asked;
  [review.term, other.term] = [other.term, review.term];
}

function chooseGaps(reviews: readonly Asked[]): Gaps {
  const spring = reviews.filter(({ term }) => term === 'spring-2027');
  const special = spring.filter(({ school }) => school.phase === 'Special');
  const of = (phase: string): Asked => spring.find(({ school }) => school.phase === phase) as Asked;
  return {
    noNeed: special[0] as Asked,
    nobodyAvailable: special[1] as Asked,
    allInConflict: of('Alternative provision'),
    noAssurer: of('Nursery'),
    closedWindow: of('Secondary'),
  };
}

function commonFiles(
  schools: readonly SampleSchool[],
  people: readonly Person[],
  gaps: Gaps,
  random: SeededRandom,
): [string, Rows][] {
  const tied = {
    urn: gaps.allInConflict.school.urn,
    people: people.filter(({ phases }) => phases.includes('ALTERNATIVE_PROVISION')),
  };
  return [
    ['schools', records.schoolRows(schools)],
    ['memberships', records.membershipRows(schools)],
    ['lead-reviewers', records.reviewerRows(people)],
    ['employment', records.employmentRows(people, random)],
    ['gates', records.gateRows(people, random)],
    ['training-attendance', records.trainingRows(people, random)],
    ['regions', records.regionRows(people, random)],
    ['conflicts', conflictRows(people, schools, tied, random)],
    ['own-limits', records.limitRows(people, random)],
    ['contracts', records.contractRows(people)],
    ['commitment-overrides', records.overrideRows(people)],
  ];
}

/** Seven people who may lead have not answered; nobody who knows special schools can do one window. */
function drawSpring(people: readonly Person[], random: SeededRandom): Answers {
  const silent = random.sample(
    people.filter(({ group }) => group === 'ESTABLISHED'),
    UNANSWERED_PEOPLE,
  );
  const answering = people.filter((person) => !silent.includes(person));
  const without = answering.filter(({ phases }) => phases.includes('SPECIAL'));
  return drawAnswers(SPRING, answering, random, { ...OUT_OF_REACH, without });
}

function answerFiles(all: readonly Answers[]): [string, Rows][] {
  return [
    ['availability-answers', all.flatMap(({ answers }) => answers)],
    ['availability-statements', all.flatMap(({ statements }) => statements)],
  ];
}

function hostRows(
  reviews: readonly Asked[],
  termId: Asked['term'],
  term: Term,
  random: SeededRandom,
  special?: { silent: readonly Asked[]; gaps: Gaps },
): [string, Rows][] {
  const silent = new Set(special?.silent.map(({ code }) => code));
  const asked = reviews.filter((each) => each.term === termId && !silent.has(each.code));
  const answers = asked.map(({ code }) => ({
    Review: code,
    Term: termId,
    'Answered on': random.pick(term.answeredOn),
    'Any usable window': 'No',
  }));
  const windows = asked.flatMap(({ code }) => {
    const drawn = drawHostWindows(term, random);
    return windowsOf(code, drawn, special?.gaps).map(({ week, window, grade }) => ({
      Review: code,
      Term: termId,
      Week: week,
      Window: window,
      Grade: grade,
    }));
  });
  return [
    ['host-answers', answers],
    ['host-windows', windows],
  ];
}

function windowsOf(
  code: string,
  drawn: ReturnType<typeof drawHostWindows>,
  gaps: Gaps | undefined,
): ReturnType<typeof drawHostWindows> {
  if (code === gaps?.closedWindow.code) {
    return [{ week: '2027-01-04', window: 'WED_FRI', grade: 'PREFERRED' }];
  }
  if (code === gaps?.nobodyAvailable.code) return [{ ...OUT_OF_REACH, grade: 'PREFERRED' }];
  return drawn;
}

function joined(one: [string, Rows][], other: [string, Rows][]): [string, Rows][] {
  return one.map(([name, rows], index) => [name, [...rows, ...(other[index]?.[1] ?? [])]]);
}

function requested(
  { code, school }: Asked,
  term: string,
  carriedOver: number,
  since: string,
  reason: string,
): Rows[number] {
  return {
    Review: code,
    URN: school.urn,
    'Academic year': YEAR,
    State: 'REQUESTED',
    Term: term,
    'Carried over': carriedOver,
    Since: since,
    'Ended by': '',
    Reason: reason,
    Priority: '',
    'Priority reason': '',
  };
}

function afterAutumn(review: Asked, history: AutumnHistory): Rows[number] {
  const end = history.endings.get(review.code);
  const row = requested(review, review.term, 0, '2026-09-01', '');
  if (!end) return row;
  if (end.ending === 'NOT_COVERED') return requested(review, 'spring-2027', 1, end.on, end.reason);
  if (end.ending === 'CANCELLED') {
    return { ...row, State: 'CANCELLED', Since: end.on, 'Ended by': 'SCHOOL', Reason: end.reason };
  }
  return { ...row, ...stateAfter(end.on) };
}

const DAYS_TO_REPORT = 7;
const DAYS_TO_CLOSE = 28;

/** Where a review stands that ended so many days before the sample's today. */
function stateAfter(lastDay: string): { State: string; Since: string } {
  const closed = addDays(lastDay, DAYS_TO_CLOSE);
  if (closed <= SAMPLE_TODAY) return { State: 'CLOSED', Since: closed };
  const reported = addDays(lastDay, DAYS_TO_REPORT);
  if (reported <= SAMPLE_TODAY) return { State: 'REPORT_SUBMITTED', Since: reported };
  return { State: 'UNDER_WAY', Since: addDays(lastDay, -2) };
}

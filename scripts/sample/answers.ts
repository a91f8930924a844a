import { type SeededRandom } from '../seeded-random.js';
import { type Person } from './draw-people.js';
import { type Rows } from './records.js';

type Window = 'MON_WED' | 'WED_FRI';

export interface Term {
  id: string;
  /** Mondays of the weeks in which people answer for reviews. */
  weeks: string[];
  /** Mon–Wed weeks that end before a Friday of school. */
  onlyMonWed: string[];
  /** Days of the round on which people and hosts answer, some more often than others. */
  answeredOn: string[];
}

export const AUTUMN: Term = {
  id: 'autumn-2026',
  weeks: [
    ...['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09'],
    ...['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14'],
  ],
  onlyMonWed: [],
  answeredOn: ['2026-09-01', '2026-09-02', '2026-09-04', '2026-09-07', '2026-09-08', '2026-09-11'],
};

export const SPRING: Term = {
  id: 'spring-2027',
  weeks: [
    ...['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08', '2027-02-22'],
    ...['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22'],
  ],
  onlyMonWed: ['2027-03-22'],
  answeredOn: ['2026-11-23', '2026-11-25', '2026-11-30', '2026-12-04', '2026-12-09', '2026-12-11'],
};

export interface Answers {
  answers: Rows;
  statements: Rows;
}

/**
 * What people answer for a term, as they would say it: never Mondays, every other week, not the first
 * week of the month, some dates away, some windows better than others.
 *
 * @param noWindow a window that nobody of `without` can do
 */
export function drawAnswers(
  term: Term,
  people: readonly Person[],
  random: SeededRandom,
  noWindow?: { week: string; window: Window; without: readonly Person[] },
): Answers {
  const answers: Rows = [];
  const statements: Rows = [];
  for (const person of people) {
    const { defaultGrade, said } = drawAnswer(term, random);
    answers.push({
      Term: term.id,
      Reference: person.code,
      'Answered on': random.pick(term.answeredOn),
      Default: defaultGrade,
      Ceiling: random.chance(0.12) ? random.between(2, 4) : '',
      Note: random.chance(0.2) ? random.pick(NOTES) : '',
    });
    if (noWindow?.without.includes(person)) {
      const { week, window } = noWindow;
      const others = said.filter((each) => !(each.Week === week && each.Window === window));
      said.splice(0, said.length, ...others);
      said.push({ Kind: 'WINDOW', Week: week, Window: window, Grade: 'UNAVAILABLE' });
    }
    said.forEach((statement, index) =>
      statements.push({
        Term: term.id,
        Reference: person.code,
        Number: index + 1,
        Kind: '',
        Rule: '',
        From: '',
        To: '',
        Week: '',
        Window: '',
        Grade: '',
        ...statement,
      }),
    );
  }
  return { answers, statements };
}

const NOTES = [
  'Happy to help at short notice in the last fortnight',
  'Two reviews in a row near home would suit me',
  'I would rather drive than take the train',
];

function drawAnswer(term: Term, random: SeededRandom): { defaultGrade: string; said: Rows } {
  const said: Rows = [];
  const rule = (text: string, grade: string): void =>
    void said.push({ Kind: 'RULE', Rule: text, Grade: grade });
  const [firstWeek = ''] = term.weeks;
  const start = `DTSTART;VALUE=DATE:${firstWeek.replaceAll('-', '')}`;
  if (random.chance(0.18)) {
    rule(`RRULE:FREQ=WEEKLY;BYDAY=${random.pick(['MO', 'FR'])}`, 'UNAVAILABLE');
  }
  if (random.chance(0.1)) {
    rule(`${start}\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR`, 'UNAVAILABLE');
  }
  if (random.chance(0.12)) rule('RRULE:FREQ=MONTHLY;BYDAY=1WE', 'UNAVAILABLE');
  for (const week of random.sample(term.weeks, random.between(1, 3))) {
    said.push({ Kind: 'RANGE', From: week, To: addDays(week, 4), Grade: 'UNAVAILABLE' });
  }
  if (random.chance(0.3)) {
    const day = addDays(random.pick(term.weeks), random.between(0, 4));
    said.push({ Kind: 'DATE', From: day, To: day, Grade: 'UNAVAILABLE' });
  }
  const weeks = random.sample(term.weeks, random.between(2, 4));
  for (const week of weeks) {
    const window = random.pick(['MON_WED', 'WED_FRI']);
    const grade = random.pick(['PREFERRED', 'PREFERRED', 'IF_NEEDED']);
    said.push({ Kind: 'WINDOW', Week: week, Window: window, Grade: grade });
  }
  return { defaultGrade: random.pick(['AVAILABLE', 'AVAILABLE', 'IF_NEEDED']), said };
}

/** Three to eight windows that a host accepts. */
export function drawHostWindows(
  term: Term,
  random: SeededRandom,
): { week: string; window: Window; grade: string }[] {
  const all = term.weeks.flatMap((week) =>
    (term.onlyMonWed.includes(week) ? ['MON_WED'] : ['MON_WED', 'WED_FRI']).map((window) => ({
      week,
      window: window as Window,
    })),
  );
  return random.sample(all, random.between(3, 8)).map((slot) => ({
    ...slot,
    grade: random.chance(0.45) ? 'PREFERRED' : 'ACCEPTABLE',
  }));
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

import { type GapRow, type PlanTables } from '../allocations/tables/plan-tables.js';
import { standingInWords } from '../allocations/tables/standing-words.js';
import { count, fold } from './text-lines.js';

/** What an allocation comes to, in plain words: short paragraphs for a terminal. */
export function reportInWords(tables: PlanTables): string {
  const isEmpty = tables.summary.coverage.reviews === 0;
  const parts = isEmpty
    ? [nothing(tables), followUp(tables)]
    : [
        headline(tables),
        coverage(tables),
        gaps(tables),
        followUp(tables),
        commitment(tables),
        balance(tables),
        travel(tables),
        induction(tables),
        notes(tables),
        aims(tables),
      ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function nothing({ name }: PlanTables): string[] {
  return [`${name}: there is no review to allocate.`];
}

function headline(tables: PlanTables): string[] {
  const { covered, reviews } = tables.summary.coverage;
  return [
    `${tables.name}: ${covered} of ${count(reviews, 'review')} have a lead`,
    ...standingInWords(tables).flatMap((text) => fold(text, '')),
  ];
}

function coverage({ regions }: PlanTables): string[] {
  const name = ({ region, isPriority }: PlanTables['regions'][number]): string =>
    isPriority ? `${region} (priority region)` : region;
  return [
    'Coverage by region',
    ...regions.map(
      (row) => `  ${name(row).padEnd(34)}${`${row.covered} of ${row.reviews}`.padStart(10)}`,
    ),
  ];
}

function gaps({ gaps: all, isInvented }: PlanTables): string[] {
  if (all.length === 0) return ['Every review of the problem has a lead.'];
  const mendable = all.filter(({ why }) => why.isMendable).length;
  const outlook =
    mendable === 0
      ? ''
      : `; one changed fact would cover ${mendable === 1 ? 'one' : mendable} of them`;
  return [
    `Without a lead: ${count(all.length, 'review')}${outlook}`,
    ...fold('The counts are of people who may lead this term; somebody can be in several.', '  '),
    ...all.flatMap((gap) => ['', ...gapInLines(gap, isInvented.needs)]),
  ];
}

function gapInLines(gap: GapRow, needsInvented: boolean): string[] {
  const { review, school, town, phase, region, needs, why } = gap;
  const name = school === null ? review : [school, town].filter(Boolean).join(', ');
  const needed =
    needs.length === 0 ? '' : `; needs ${needs.join(', ')}${needsInvented ? ' (invented)' : ''}`;
  const about = `${phase}, ${region}${needed}${acceptedInWords(gap)}.`;
  const counts = why.keptAway.flatMap(({ people, words }) =>
    fold(words, `${String(people).padStart(8)} `, ' '.repeat(9)),
  );
  return [
    `  ${name}`,
    ...fold(about, '    '),
    ...why.closed.flatMap((sentence) => fold(sentence, '    ')),
    ...counts,
    ...why.remedy.flatMap((sentence) => fold(sentence, '    ')),
  ];
}

/** What closes a window is told on a line of its own. */
function acceptedInWords({ windows, why }: GapRow): string {
  if (windows.length === 0) return '; accepts no window that can be used';
  if (why.closed.length === windows.length) return '';
  return windows.length > 2
    ? `; accepts ${windows.length} windows`
    : `; accepts ${windows.join(' and ')}`;
}

function followUp({ followUp: all }: PlanTables): string[] {
  if (all.length === 0) return [];
  const reasons = [...new Set(all.map(({ reason }) => reason))];
  return [
    `Left out, to follow up: ${all.length}`,
    ...reasons.flatMap((reason) => {
      const who = all.filter((row) => row.reason === reason).map((row) => row.who);
      return [`  ${reason} (${who.length})`, ...fold(`${who.join('; ')}.`, '    ')];
    }),
  ];
}

function commitment({ summary: { commitment: found }, names }: PlanTables): string[] {
  const { people, reachTarget, shortBy, short, metMinimum, yearMinimum, ledBefore, ledNow } = found;
  const shown = short.slice(0, 10).map(({ person, led, target }) => {
    return `    ${names.person(person)} leads ${led} of ${target}`;
  });
  const more = short.length > 10 ? [`    and ${short.length - 10} more`] : [];
  const shortfall =
    shortBy === 0
      ? ''
      : `; ${count(short.length, 'person', 'people')} short by ${count(shortBy, 'review')} in all:`;
  return [
    'Commitment',
    ...fold(
      `${reachTarget} of ${people} people who may lead reach their target for the term${shortfall}`,
      '  ',
    ),
    ...shown,
    ...more,
    ...fold(
      `The year’s minimums ask ${count(yearMinimum, 'review')} of them: ${ledBefore} led in earlier terms, ${ledNow} in this plan, ${found.leftAfter} left to place.`,
      '  ',
    ),
    `  ${count(metMinimum, 'person', 'people')} will have met their minimum by the end of the term.`,
  ];
}

function balance({ summary: { balance: found } }: PlanTables): string[] {
  const cells = (values: readonly number[]): string =>
    values.map((value) => String(value).padStart(5)).join('');
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  return [
    'Balance',
    `  Reviews led  ${cells(found.peopleByReviewsLed.map((_, led) => led))}`,
    `  People       ${cells(found.peopleByReviewsLed)}`,
    ...fold(
      `By the end of the term people will have led between ${percent(found.smallestShare)} and ${percent(found.largestShare)} of their year’s minimum.`,
      '  ',
    ),
  ];
}

function travel({ summary: { travel: found }, names }: PlanTables): string[] {
  const { longest } = found;
  const nights = `${count(found.overnight, 'review')} ${found.overnight === 1 ? 'needs' : 'need'} a night away`;
  return [
    'Travel by road from the lead’s home, one way',
    `  ${found.miles.toLocaleString('en-GB')} miles in all; the median is ${found.medianMiles} miles; ${nights}.`,
    ...(longest
      ? fold(
          `The longest is ${longest.miles} miles: ${names.person(longest.person)} to ${names.school(longest.review)}.`,
          '  ',
        )
      : []),
  ];
}

function induction({ summary: { seats } }: PlanTables): string[] {
  const waiting = seats.shadowsWaiting === 0 ? '' : `; ${seats.shadowsWaiting} still wait to`;
  return [
    'Induction',
    ...fold(
      `${count(seats.newLeads, 'new lead')} lead, with a quality assurer on ${count(seats.qualityAssurers, 'review')}; ${count(seats.shadows, 'person', 'people')} in induction shadow a review${waiting}.`,
      '  ',
    ),
  ];
}

function notes({ notes: all }: PlanTables): string[] {
  return all.length === 0 ? [] : ['Good to know', ...all.flatMap((note) => fold(note, '  '))];
}

function aims({ aims: rows }: PlanTables): string[] {
  const number = (value: number | null): string => value?.toLocaleString('en-GB') ?? 'none';
  return [
    'The aims, each outranking all that follow',
    ...rows.map(({ aim, value, bound, proven }) => {
      const proof = proven ? 'proven' : `at best ${number(bound)}`;
      return `  ${aim.padEnd(68)}${number(value).padStart(9)}  ${proof}`;
    }),
  ];
}

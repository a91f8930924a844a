import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type CandidatesView,
  type CandidateView,
  type RefusedCandidateView,
} from '../allocations/explanations/explanation.schema.js';
import { type RankingNews } from '../allocations/solving/plan-question.js';
import { isCivilDate } from '../solver/file/civil-date.js';
import { type Window, WINDOWS } from '../solver/problem.js';
import { dateInWords } from '../solver/slot-words.js';
import { CommandFailure } from './exit-codes.js';
import {
  askAboutPlan,
  checkPerson,
  checkReview,
  planQuestionCommand,
  type QuestionedFiles,
  readQuestionedFiles,
  tell,
} from './plan-question.js';
import { say, type Surroundings } from './surroundings.js';
import { count, fold } from './text-lines.js';

interface CandidatesFlags {
  review?: string;
  lead?: string;
  week?: string;
  window?: Window;
  json?: true;
}

/** `qar candidates`: who could lead a review, or what somebody could lead in a window, by price. */
export function makeCandidatesCommand(surroundings: Surroundings): Command {
  return planQuestionCommand(
    'candidates',
    '--review R12',
    '--lead L7 --week 2027-01-11 --window MON_WED',
  )
    .summary('rank who could lead a review, or what somebody could lead in a window')
    .description(
      'Ranks everybody who may lead for a review, or every review for one window of somebody, by the exact price of ' +
        'choosing it, each worked out by solving again; those whom the rules refuse follow, nearest to permitted first.',
    )
    .option('--review <id>', 'rank people for this review')
    .option('--lead <id>', 'rank reviews for this person, in --week and --window')
    .option('--week <monday>', 'the Monday of a school week, such as 2027-01-11', aDate)
    .addOption(new Option('--window <window>', 'the days of that week').choices(WINDOWS))
    .action((problem: string, plan: string, flags: CandidatesFlags) =>
      tellRanking(problem, plan, flags, surroundings),
    );
}

type Question =
  | { kind: 'REVIEW_CANDIDATES'; review: string }
  | { kind: 'WINDOW_CANDIDATES'; lead: string; slot: { week: string; window: Window } };

async function tellRanking(
  problemFile: string,
  planFile: string,
  flags: CandidatesFlags,
  around: Surroundings,
): Promise<void> {
  const files = await readQuestionedFiles(problemFile, planFile);
  const question = questionOf(files, flags);
  const { tellCandidates } = await import('../allocations/explanations/tell-candidates.js');
  const told = await askAboutPlan(files, question, around, progressOn(around));
  const view = await tellCandidates(told.answer, told.measuredFrom, told.teller);
  const heading =
    question.kind === 'REVIEW_CANDIDATES'
      ? `${question.review}: who could lead it`
      : `${question.lead}: what they could lead on ${told.teller.slot(question.slot).days}`;
  await tell(around, flags.json, view, () => [heading, '', ...rankingInLines(view, question)]);
}

/** @throws CommandFailure when the flags ask for both rankings or neither, or for what is not there */
function questionOf(files: QuestionedFiles, flags: CandidatesFlags): Question {
  const { review, lead, week, window } = flags;
  if (review !== undefined && lead === undefined && week === undefined && window === undefined) {
    checkReview(files, review);
    return { kind: 'REVIEW_CANDIDATES', review };
  }
  if (review !== undefined || lead === undefined || week === undefined || window === undefined) {
    throw new CommandFailure(
      'say either --review, or --lead with --week and --window. See qar candidates --help.',
    );
  }
  checkPerson(files, lead);
  if (!files.input.problem.weeks.includes(week)) {
    throw new CommandFailure(
      `there is no school week of ${dateInWords(week)} in ${files.problemFile}. Its weeks are those of ${files.input.problem.weeks.map(dateInWords).join(', ')}.`,
    );
  }
  return { kind: 'WINDOW_CANDIDATES', lead, slot: { week, window } };
}

/** A line for each price as it comes, so that nobody wonders. */
function progressOn({ stderr }: Surroundings): (news: RankingNews) => void {
  let [known, all] = [0, 0];
  return (news) => {
    if (news.kind === 'LIST') {
      all = news.toPrice;
      if (all > 0) void say(stderr, `${count(all, 'price')} to work out …\n`);
    } else {
      known++;
      void say(stderr, `  ${known} of ${all}: ${news.candidate.lead}, ${news.candidate.review}\n`);
    }
  };
}

function rankingInLines(
  { permitted, impossible, refused, measuredFrom }: CandidatesView,
  { kind }: Question,
): string[] {
  const who = (each: { lead: string; review: string }): string =>
    kind === 'REVIEW_CANDIDATES' ? each.lead : each.review;
  return [
    ...measuredFrom.words.flatMap((words) => fold(words, '  ')),
    permitted.length > 0 ? 'Permitted, best first:' : nothingPermitted(kind, impossible.length),
    ...permitted.flatMap((each, index) => candidateLines(who(each), each, index + 1)),
    ...(impossible.length === 0 ? [] : ['', 'Permitted by themselves, but in no plan:']),
    ...impossible.flatMap((each) =>
      fold(`${who(each)}: ${each.alternative.whyNone.join(' ')}`, '  ', '    '),
    ),
    ...(refused.length === 0 ? [] : ['', 'Refused, nearest to permitted first:']),
    ...refused.flatMap((each) => refusedLines(who(each), each)),
  ];
}

/** Whom pins, or what else a plan needs, rule out is permitted by the rules of a seat, and told below. */
function nothingPermitted(kind: Question['kind'], inNoPlan: number): string {
  const isReview = kind === 'REVIEW_CANDIDATES';
  if (inNoPlan === 0) return `The rules permit ${isReview ? 'nobody' : 'no review'}.`;
  return isReview
    ? 'No plan can have anybody lead it.'
    : 'No plan can have them lead any review then.';
}

function candidateLines(
  who: string,
  { alternative: { price, moves }, facts, isPresent }: CandidateView,
  rank: number,
): string[] {
  if (price === null || facts === null) return [];
  const now = isPresent ? ', as in this plan' : '';
  const others = Math.max(0, moves.length - 1);
  const moved =
    others === 0 ? [] : [`${count(others, 'other review changes', 'other reviews change')}.`];
  const words = [price.headline, ...price.also, ...moved].join(' ');
  return [
    ...fold(`${rank}. ${who}${now}, ${facts.days}, ${count(facts.miles, 'mile')}`, '  '),
    ...fold(words, '     '),
  ];
}

function refusedLines(who: string, { words }: RefusedCandidateView): string[] {
  return fold(`${who}: ${words.join(' ')}`, '  ', '    ');
}

function aDate(text: string): string {
  if (!isCivilDate(text)) throw new InvalidArgumentError('Write a date such as 2027-01-11.');
  return text;
}

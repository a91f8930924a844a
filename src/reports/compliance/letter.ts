import { counted, listed, sentence } from '../../allocations/summary/phrases.js';
import { type CommitmentRow } from './commitments.schema.js';
import { weeksLeftInWords } from './report-words.js';

/** School weeks that begin after the day. */
export interface WeeksLeft {
  inYear: number;
  /** Those of them that the person is contracted for. */
  inContract: number;
}

/**
 * A person's year in sentences that can be sent to them: what was agreed, what was offered, what became of it, what is
 * left and whose turn it is. It says what we did before it says what they did, and blames nobody.
 */
export function letterTo(
  { figures, minimumWords, causes }: CommitmentRow,
  weeksLeft: WeeksLeft,
): string[] {
  return [
    `Your commitment this year is ${counted(figures.minimum, 'review')} (${lowerFirst(minimumWords)}).`,
    offered(figures),
    became(figures),
    ...cancelled(figures),
    left(figures, weeksLeft),
    ...causes.map(
      ({ cause, reviews }) => `${ofThem(reviews, figures.shortfall)} ${CAUSE_SENTENCES[cause]}.`,
    ),
  ].filter((text) => text !== '');
}

type Figures = CommitmentRow['figures'];

function offered({ offered: count, minimum }: Figures): string {
  if (count === 0) return minimum === 0 ? '' : 'We have not offered you a review yet.';
  return `We offered you ${count}.`;
}

function became({ led, confirmedAhead, awaitingAnswer, declined }: Figures): string {
  const parts = [
    [led, `you have led ${led}`],
    [
      confirmedAhead,
      `you have accepted ${confirmedAhead} that ${confirmedAhead === 1 ? 'is' : 'are'} still to come`,
    ],
    [
      awaitingAnswer,
      `${awaitingAnswer} ${awaitingAnswer === 1 ? 'waits' : 'wait'} for your answer`,
    ],
    [declined, `you could not take ${declined}`],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([, words]) => words);
  return told.length === 0 ? '' : `${sentence(listed(told))}.`;
}

function cancelled({ cancelledLate, cancelledInTime }: Figures): string[] {
  const late =
    cancelledLate === 0
      ? []
      : [
          `${counted(cancelledLate, 'review')} ${cancelledLate === 1 ? 'was' : 'were'} cancelled by the school at short notice, which counts as offered to you.`,
        ];
  const early =
    cancelledInTime === 0
      ? []
      : [
          `${counted(cancelledInTime, 'review')} ${cancelledInTime === 1 ? 'was' : 'were'} cancelled by the school in good time and ${cancelledInTime === 1 ? 'is' : 'are'} not counted.`,
        ];
  return [...late, ...early];
}

function left({ shortfall, minimum, led }: Figures, weeks: WeeksLeft): string {
  if (led > minimum) return 'You have led more than you agreed to. Thank you.';
  if (shortfall === 0)
    return led === minimum ? 'Your commitment is met. Thank you.' : 'Nothing is left to place.';
  return `${counted(shortfall, 'review')} ${shortfall === 1 ? 'is' : 'are'} still to be found for you; ${weeksInWords(weeks)}.`;
}

function weeksInWords({ inYear, inContract }: WeeksLeft): string {
  return weeksLeftInWords(inContract, inContract < inYear ? 'of your contract' : 'this year');
}

function ofThem(count: number, all: number): string {
  if (count < all) return `For ${count} of them`;
  return all === 1 ? 'For it' : `For ${all === 2 ? 'both' : 'all'} of them`;
}

const CAUSE_SENTENCES: Readonly<Record<CommitmentRow['causes'][number]['cause'], string>> = {
  CANCELLED_BY_SCHOOL: 'the school cancelled: finding another is up to us',
  DECLINED: 'we had made you an offer that you could not take',
  TOO_FEW_DATES: 'the dates you gave us left no room: more dates would help',
  CONFLICTS_OR_CAPS:
    'no review fitted our rules, such as conflicts, distance or the most in a term: that is up to us',
  NOT_OFFERED: 'we have not made you an offer: that is up to us',
};

function lowerFirst(text: string): string {
  return text.startsWith('Lead Reviewer') ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

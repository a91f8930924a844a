import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WINDOWS } from '../calendar/slots.js';
import { minuteInWords } from '../calendar/words.js';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { type FieldFault, Refusal } from '../platform/problems/refusal.js';
import { reviewerByCode } from '../reviewers/register.js';
import { termCalendar } from '../schools/term-calendar.js';
import { type Answer } from './answer.js';
import { type DraftFacts, draftView } from './answer-draft.js';
import { personalBlocks } from './availability-blocks.js';
import {
  type CalendarView,
  type DraftRequest,
  type DraftView,
} from './availability-draft.schema.js';
import { type AnswerInput, type AnswerView } from './availability.schema.js';
import { answerView } from './answer-view.js';
import { calendarWeeks, countWindows, verdictInWords } from './calendar-weeks.js';
import { gradeSlots } from './grades.js';
import { deadlineInWords, type Round, roundOfTerm } from './rounds.js';
import { EXAMPLES } from './spoken/vocabulary.js';
import {
  AnsweredMeanwhile,
  answersOf,
  replaceAnswer,
  type StoredAnswer,
  withdrawAnswer,
} from './stored-answers.js';
import { currentWaivers } from './stored-waivers.js';

interface Person {
  id: string;
  code: string;
  name: string;
}

/** A person's windows as a calendar; answers as they would be, recorded and taken back. */
@Injectable()
export class AvailabilityDrafts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal when the term has no round, or there is no such person */
  async calendar(termId: string, code: string): Promise<CalendarView> {
    const { round, lead, facts, waiver } = await this.facts(termId, code);
    const { frame, slots, closed, own, standing } = facts;
    const graded = gradeSlots(standing, slots, [...closed, ...own], facts.waiver);
    const weeks = calendarWeeks(frame.weeks, graded, closed, (window) => window);
    return {
      lead: lead.code,
      name: lead.name,
      termId,
      termName: frame.name,
      round: {
        deadlineInWords: deadlineInWords(round.deadlineAt),
        isPast: this.clock.now() > round.deadlineAt,
      },
      answer: standing ? answerView(standing, round) : null,
      answeredInWords: answeredInWords(standing),
      waiver: waiver ?? null,
      counts: countWindows(weeks),
      weeks,
      sentences: [...EXAMPLES],
    };
  }

  /**
   * What an answer would be and come to; nothing is recorded.
   *
   * @throws Refusal as `calendar`, and when there is no answer to start from
   */
  async draft(termId: string, code: string, request: DraftRequest): Promise<DraftView> {
    const { facts, answers } = await this.facts(termId, code);
    const { startFrom } = request;
    const earlier = answers.find(({ id }) => id === startFrom);
    if (startFrom !== 'NOTHING' && startFrom !== 'STANDING' && earlier === undefined) {
      throw new Refusal('NOT_FOUND', `${code} gave no answer ${startFrom} for ${termId}.`);
    }
    const start = startFrom === 'STANDING' ? facts.standing : earlier;
    return draftView(request, { ...facts, start });
  }

  /** @throws Refusal as `calendar`, and when another answer stands than the one it follows */
  async record(termId: string, code: string, input: AnswerInput): Promise<AnswerView> {
    const draft = { ...input, answeredOn: input.answeredOn ?? this.clock.today() };
    const { round, lead, facts, answers } = await this.facts(termId, code);
    const write = (manager: EntityManager): Promise<boolean> =>
      replaceAnswer(manager, round, lead, draft, this.author.name);
    await this.orToldWhatChanged(
      write,
      facts,
      answers.find(({ id }) => id === input.follows),
    );
    const [standing] = await answersOf(this.dataSource.manager, round.id, lead.id);
    if (standing === undefined) throw new Error('An answer was recorded and is not there.');
    return answerView(standing, round);
  }

  /** @throws Refusal as `record`, and when there is no answer to take back */
  async withdraw(termId: string, code: string, follows: string): Promise<void> {
    const { round, lead, facts, answers } = await this.facts(termId, code);
    const meant = answers.find(({ id }) => id === follows);
    const write = (manager: EntityManager): Promise<boolean> =>
      withdrawAnswer(manager, round, lead, follows, this.author.name);
    const wasThere = await this.orToldWhatChanged(write, facts, meant);
    if (!wasThere) {
      throw new Refusal(
        'NOT_FOUND',
        `${code} has not answered the availability round of ${termId}.`,
      );
    }
  }

  /** Whoever writes second is told what the first one changed, window by window. */
  private async orToldWhatChanged(
    write: (manager: EntityManager) => Promise<boolean>,
    facts: DraftFacts,
    followed: StoredAnswer | undefined,
  ): Promise<boolean> {
    try {
      return await this.dataSource.transaction(write);
    } catch (error) {
      if (!(error instanceof AnsweredMeanwhile)) throw error;
      throw answeredMeanwhile(error.standing, followed, facts);
    }
  }

  private async facts(
    termId: string,
    code: string,
  ): Promise<{
    round: Round;
    lead: Person;
    facts: DraftFacts;
    answers: StoredAnswer[];
    waiver: CalendarView['waiver'] | undefined;
  }> {
    const { manager } = this.dataSource;
    const round = await roundOfTerm(manager, termId);
    const lead = await reviewerByCode(manager, code);
    const person = { id: lead.id, code: lead.code, name: lead.name };
    const { term, weeks, closed } = await termCalendar(manager, termId);
    const slots = weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
    const own = await personalBlocks(manager, person, term, slots, this.clock.today());
    const answers = await answersOf(manager, round.id, lead.id);
    const waivers = await currentWaivers(manager, round.id);
    const found = waivers.find(({ leadId }) => leadId === lead.id);
    const standing = answers.find(({ supersededAt }) => supersededAt === null);
    const frame = { name: term.name, startsOn: term.startsOn, endsOn: term.endsOn, weeks };
    return {
      round,
      lead: person,
      facts: { frame, slots, closed, own, standing, start: standing, waiver: found },
      answers,
      waiver: found && { grade: found.grade, reason: found.reason, recordedBy: found.recordedBy },
    };
  }
}

function answeredInWords(answer: StoredAnswer | undefined): string {
  if (answer === undefined) return 'No answer yet';
  const { recordedBy, recordedAt } = answer;
  return `Recorded by ${recordedBy} on ${minuteInWords(new Date(recordedAt))}`;
}

function answeredMeanwhile(
  standing: StoredAnswer | undefined,
  followed: StoredAnswer | undefined,
  facts: DraftFacts,
): Refusal {
  const [first, then] =
    standing === undefined
      ? ['Somebody else took the answer back while you were writing.', '']
      : [
          `${standing.recordedBy} recorded another answer on ${minuteInWords(new Date(standing.recordedAt))}, while you were writing.`,
          ' Look at what changed, then put yours on top of it or leave it.',
        ];
  return new Refusal(
    'ANSWERED_MEANWHILE',
    `${first} Nothing of yours was recorded, and nothing is lost.${then}`,
    409,
    changesBetween(followed, standing, facts),
    { standing: standing?.id ?? null },
  );
}

/** What another answer changed, window by window. */
function changesBetween(
  before: Answer | undefined,
  after: Answer | undefined,
  { slots, closed, own, frame, waiver }: DraftFacts,
): FieldFault[] {
  const blocks = [...closed, ...own];
  const was = gradeSlots(before, slots, blocks, waiver);
  const graded = gradeSlots(after, slots, blocks, waiver);
  const windows = calendarWeeks(frame.weeks, graded, closed, (window) => window).flatMap(
    (week) => week.windows,
  );
  return windows.flatMap((window, index) => {
    const stood = was[index];
    const words = stood === undefined ? window.gradeInWords : verdictInWords(stood);
    if (words === window.gradeInWords) return [];
    const message = `from ${words.toLowerCase()} to ${window.gradeInWords.toLowerCase()}`;
    return [{ pointer: '#/statements', field: window.days, message }];
  });
}

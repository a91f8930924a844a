import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { slotInWords } from '../calendar/words.js';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { Refusal } from '../platform/problems/refusal.js';
import { reviewerByCode } from '../reviewers/register.js';
import { termCalendar } from '../schools/term-calendar.js';
import { WINDOWS } from '../calendar/slots.js';
import { answerView } from './answer-view.js';
import { personalBlocks } from './availability-blocks.js';
import {
  type AnswerHistory,
  type AnswerPage,
  type AnswerView,
  type GradeList,
  type NewRound,
  type PageQuery,
  type RoundChange,
  type RoundList,
  type RoundView,
  type RuleView,
  type Unanswered,
  type WaiverInput,
  type WaiverView,
} from './availability.schema.js';
import { gradeSlots } from './grades.js';
import { readRule } from './recurrence.js';
import { ruleInWords } from './recurrence-words.js';
import {
  allRounds,
  deadlineInWords,
  moveDeadline,
  notAnswered,
  openRound,
  type Round,
  roundCounts,
  roundOfTerm,
} from './rounds.js';
import { answersOf, currentAnswers } from './stored-answers.js';
import { currentWaivers, replaceWaiver, waiverVersion } from './stored-waivers.js';

/** Use cases of operations about availability, each one transaction. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  async rounds(): Promise<RoundList> {
    const items: RoundView[] = [];
    for (const round of await allRounds(this.manager)) items.push(await this.view(round));
    return { items };
  }

  async round(termId: string): Promise<RoundView> {
    return this.view(await roundOfTerm(this.manager, termId));
  }

  async open({ termId, openedOn, deadline }: NewRound): Promise<RoundView> {
    const asked = { termId, deadline, openedOn: openedOn ?? this.clock.today() };
    return this.view(await this.change((manager, author) => openRound(manager, asked, author)));
  }

  async moveDeadline(termId: string, version: number, change: RoundChange): Promise<RoundView> {
    const { deadline } = change;
    return this.view(
      await this.change((manager, author) =>
        moveDeadline(manager, termId, version, deadline, author),
      ),
    );
  }

  async unanswered(termId: string): Promise<Unanswered> {
    const { id } = await roundOfTerm(this.manager, termId);
    return { items: await notAnswered(this.manager, id, this.clock.today()) };
  }

  async answers(termId: string, { after = '', limit }: PageQuery): Promise<AnswerPage> {
    const round = await roundOfTerm(this.manager, termId);
    const all = await currentAnswers(this.manager, round.id);
    const rest = all.filter(({ lead }) => lead > after);
    const items = rest.slice(0, limit).map((answer) => answerView(answer, round));
    return { items, next: rest.length > limit ? (items.at(-1)?.lead ?? null) : null };
  }

  /** @throws Refusal when the person has not answered */
  async answer(termId: string, code: string): Promise<AnswerView> {
    const { items } = await this.history(termId, code);
    const current = items.find(({ supersededAt }) => supersededAt === null);
    if (current) return current;
    throw new Refusal('NOT_FOUND', `${code} has not answered the availability round of ${termId}.`);
  }

  async history(termId: string, code: string): Promise<AnswerHistory> {
    const round = await roundOfTerm(this.manager, termId);
    const lead = await reviewerByCode(this.manager, code);
    const answers = await answersOf(this.manager, round.id, lead.id);
    return { items: answers.map((answer) => answerView(answer, round)) };
  }

  /** As what somebody counts who has not answered. */
  async waiver(termId: string, code: string): Promise<WaiverView> {
    const round = await roundOfTerm(this.manager, termId);
    const lead = await reviewerByCode(this.manager, code);
    const all = await currentWaivers(this.manager, round.id);
    return {
      version: await waiverVersion(this.manager, round, lead),
      waiver: all.find(({ leadId }) => leadId === lead.id) ?? null,
    };
  }

  /**
   * Counts somebody who has not answered as available; undefined: no longer.
   *
   * @throws Refusal when somebody else did so since that version
   */
  async waive(
    termId: string,
    code: string,
    version: number,
    waiver: WaiverInput | undefined,
  ): Promise<void> {
    await this.change(async (manager, author) => {
      const round = await roundOfTerm(manager, termId);
      const lead = await reviewerByCode(manager, code);
      return replaceWaiver(manager, round, lead, waiver, version, author);
    });
  }

  /** The effective grade of every window of the term, with what decided it. */
  async grades(termId: string, code: string): Promise<GradeList> {
    const round = await roundOfTerm(this.manager, termId);
    const lead = await reviewerByCode(this.manager, code);
    const { term, weeks, closed } = await termCalendar(this.manager, termId);
    const slots = weeks.flatMap((week) => WINDOWS.map((window) => ({ week, window })));
    const own = await personalBlocks(this.manager, lead, term, slots, this.clock.today());
    const answers = await answersOf(this.manager, round.id, lead.id);
    const waivers = await currentWaivers(this.manager, round.id);
    const graded = gradeSlots(
      answers.find(({ supersededAt }) => supersededAt === null),
      slots,
      [...closed, ...own],
      waivers.find(({ leadId }) => leadId === lead.id),
    );
    return {
      items: graded.map((slot) => ({ ...slot, inWords: slotInWords(slot.week, slot.window) })),
    };
  }

  ruleInWords(text: string): RuleView {
    const rule = readRule(text);
    return { rule: rule.text, inWords: ruleInWords(rule) };
  }

  private get manager(): EntityManager {
    return this.dataSource.manager;
  }

  private change<T>(work: (manager: EntityManager, author: string) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => work(manager, this.author.name));
  }

  private async view(round: Round): Promise<RoundView> {
    const counts = await roundCounts(this.manager, round.id, this.clock.today());
    return {
      termId: round.termId,
      openedOn: round.openedOn,
      deadlineAt: round.deadlineAt.toISOString(),
      deadlineInWords: deadlineInWords(round.deadlineAt),
      isPast: this.clock.now() > round.deadlineAt,
      ...counts,
      version: round.version,
    };
  }
}

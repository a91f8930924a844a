import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { termById } from '../calendar/academic-years.js';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { settingsOn } from '../settings/settings.js';
import { carryOver, moveReview, setPriority, type Occasion } from './change-review.js';
import { answerWindows } from './host-answers.js';
import { openReviews, spreadReviews } from './open-year.js';
import { correctSeatEvent, placeSeat, recordSeatEvent } from './place-seats.js';
import type {
  CorrectionInput,
  EventInput,
  HistoryView,
  HostAnswerInput,
  MoveInput,
  OpenedReviews,
  OpenReviews,
  PriorityInput,
  ReviewPage,
  ReviewQuery,
  ReviewView,
  SeatInput,
  SeatList,
  SpreadResult,
} from './review.schema.js';
import { reviewHistory } from './review-history.js';
import type { SeatEvent } from './seat-events.js';
import { seatRecords } from './seat-records.js';
import {
  reviewByCode,
  reviewVersions,
  storedReviews,
  type StoredReview,
} from './stored-reviews.js';

/** Use cases about reviews and their seats, each one transaction. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  async list({ cursor, limit, term, ...filter }: ReviewQuery): Promise<ReviewPage> {
    const { settings, today } = await this.occasion(this.dataSource.manager);
    const wanted = { ...filter, termId: term, after: cursor, limit: limit + 1 };
    const found = await storedReviews(this.dataSource.manager, settings, today, wanted);
    const items = found.slice(0, limit);
    return {
      items: items.map(viewOf),
      next: found.length > limit ? (items.at(-1)?.code ?? null) : null,
    };
  }

  async get(code: string): Promise<ReviewView> {
    return this.view(this.dataSource.manager, code);
  }

  async history(code: string): Promise<HistoryView> {
    await this.get(code);
    return { items: await reviewHistory(this.dataSource.manager, code) };
  }

  async seats(code: string): Promise<SeatList> {
    await this.get(code);
    return { items: await seatRecords(this.dataSource.manager, { review: code }) };
  }

  async seatsOfTerm(termId: string): Promise<SeatList> {
    await termById(this.dataSource.manager, termId);
    return { items: await seatRecords(this.dataSource.manager, { termId }) };
  }

  open({ academicYear, asked, spread }: OpenReviews): Promise<OpenedReviews> {
    return this.writing(async (manager, occasion) => {
      const reviews = await openReviews(manager, academicYear, asked, occasion);
      const reviewsByTerm = spread ? await spreadReviews(manager, academicYear, occasion) : {};
      const opened = await reviewVersions(manager, reviews);
      const undo = opened.length === 0 ? null : { academicYear, reviews: opened };
      return { reviews, reviewsByTerm, undo };
    });
  }

  spread(academicYear: string): Promise<SpreadResult> {
    return this.writing(async (manager, occasion) => ({
      reviewsByTerm: await spreadReviews(manager, academicYear, occasion),
    }));
  }

  answer(code: string, version: number, answer: HostAnswerInput): Promise<ReviewView> {
    return this.changing(code, version, (manager, occasion) =>
      answerWindows(manager, code, answer, occasion),
    );
  }

  prioritise(code: string, version: number, { override }: PriorityInput): Promise<ReviewView> {
    return this.changing(code, version, (manager, occasion) =>
      setPriority(manager, code, override, occasion),
    );
  }

  move(code: string, version: number, { termId, ...move }: MoveInput): Promise<ReviewView> {
    const whole = termId === undefined ? move : { ...move, termId };
    return this.changing(code, version, (manager, occasion) =>
      moveReview(manager, code, whole, occasion),
    );
  }

  carryOver(code: string, version: number, on: string): Promise<ReviewView> {
    return this.changing(code, version, async (manager, occasion) => {
      await carryOver(manager, code, on, occasion);
    });
  }

  placeSeat(code: string, version: number, seat: SeatInput): Promise<ReviewView> {
    return this.changing(code, version, async (manager, occasion) => {
      await placeSeat(manager, code, seat, occasion);
    });
  }

  recordEvent(
    code: string,
    version: number,
    seatId: string,
    event: EventInput,
  ): Promise<ReviewView> {
    return this.changing(code, version, async (manager, occasion) => {
      await recordSeatEvent(manager, code, seatId, event, occasion);
    });
  }

  correctEvent(
    code: string,
    version: number,
    seatId: string,
    kind: SeatEvent['kind'],
    { correction }: CorrectionInput,
  ): Promise<ReviewView> {
    return this.changing(code, version, async (manager, occasion) => {
      await correctSeatEvent(manager, code, seatId, kind, correction, occasion);
    });
  }

  private changing(
    code: string,
    version: number,
    work: (manager: EntityManager, occasion: Occasion) => Promise<void>,
  ): Promise<ReviewView> {
    return this.writing(async (manager, occasion) => {
      await work(manager, { ...occasion, version });
      return this.view(manager, code);
    });
  }

  private writing<Result>(
    work: (manager: EntityManager, occasion: Occasion) => Promise<Result>,
  ): Promise<Result> {
    return this.dataSource.transaction(async (manager) =>
      work(manager, await this.occasion(manager)),
    );
  }

  private async occasion(manager: EntityManager): Promise<Occasion> {
    const today = this.clock.today();
    const settings = await settingsOn(manager, today);
    return { author: this.author.name, today, settings };
  }

  private async view(manager: EntityManager, code: string): Promise<ReviewView> {
    const { settings, today } = await this.occasion(manager);
    return viewOf(await reviewByCode(manager, settings, today, code));
  }
}

/** The schema of the answer leaves out what is ours alone. */
function viewOf(review: StoredReview): ReviewView {
  return review;
}

import { type BeforeApplicationShutdown, Injectable, type MessageEvent } from '@nestjs/common';
import { concatMap, from, Observable, Subject, switchMap, takeUntil } from 'rxjs';
import { inTurns } from '../../platform/turns.js';
import { type QuestionedPlan } from './questioned-plan.js';
import {
  type RankingQuestion,
  type RankingStep,
  SeatExplanations,
} from './seat-explanations.service.js';
import { tellCandidate, tellCandidates, tellRefused } from './tell-candidates.js';

/** Between two events at most, milliseconds: shorter than the patience of proxies. */
const LONGEST_SILENCE_MS = 5000;

/** Rankings as server-sent events: each price as soon as it is worked out. */
@Injectable()
export class RankingEvents implements BeforeApplicationShutdown {
  private readonly stop = new Subject<void>();

  constructor(private readonly explanations: SeatExplanations) {}

  /**
   * Events `list` (how many prices will come, and whom the rules refuse), `candidate` for each price, `heartbeat` now and
   * then, and last `ended` with the whole ranking in order; then the stream completes. Where the ranking was worked out
   * before, `ended` comes at once.
   */
  follow(planId: string, question: RankingQuestion): Observable<MessageEvent> {
    return new Observable((listener) => {
      const heartbeat = setInterval(
        () => listener.next({ type: 'heartbeat', data: '' }),
        LONGEST_SILENCE_MS,
      );
      const events = from(this.explanations.ranking(planId, question)).pipe(
        switchMap(({ plan, steps }) => steps.pipe(concatMap((step) => eventOf(step, plan)))),
        takeUntil(this.stop),
      );
      const following = events.subscribe(listener);
      return () => {
        clearInterval(heartbeat);
        following.unsubscribe();
      };
    });
  }

  beforeApplicationShutdown(): void {
    this.stop.next();
  }
}

async function eventOf(
  step: RankingStep,
  { teller, measuredFrom }: QuestionedPlan,
): Promise<MessageEvent> {
  switch (step.kind) {
    case 'LIST':
      return {
        type: 'list',
        data: {
          measuredFrom,
          toPrice: step.toPrice,
          refused: await inTurns(step.refused, (each) => tellRefused(each, teller)),
        },
      };
    case 'CANDIDATE':
      return { type: 'candidate', data: tellCandidate(step.candidate, teller) };
    case 'ANSWER':
      return { type: 'ended', data: await tellCandidates(step.answer, measuredFrom, teller) };
  }
}

import {
  Controller,
  Get,
  type MessageEvent,
  Param,
  Query,
  SerializeOptions,
  Sse,
  UseGuards,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Observable } from 'rxjs';
import { Refuses } from '../../platform/openapi/refuses.js';
import { PlanId } from '../plans/plan.schema.js';
import { Infeasible } from '../plans/plan-refusals.js';
import {
  CandidatesView,
  PersonReference,
  ReviewReference,
  SeatQuery,
  WhyNotView,
  WhyThisOneView,
  WindowQuery,
} from './explanation.schema.js';
import { exampleRankingEvents } from './explanation.examples.js';
import { RankingEvents } from './ranking-events.service.js';
import { RankingExistsGuard } from './ranking-exists.guard.js';
import { SeatExplanations } from './seat-explanations.service.js';

const NotFound = Refuses(404, {
  NOT_FOUND: 'There is no review QAR-2026-0042 in this plan.',
});
const streamed =
  'Event `list` tells how many prices will come and whom the rules refuse, `candidate` carries each price as soon as it is worked out, `heartbeat` comes now and then, and `ended` carries the whole ranking, best first; it comes at once where the ranking was worked out before. Close the connection to stop the work, and on `ended`.';

/** What is told of lead seats: docs/explanations.md. */
@ApiTags('Plans')
@Controller('plans')
@NotFound
@Infeasible
export class SeatExplanationsController {
  constructor(
    private readonly explanations: SeatExplanations,
    private readonly rankings: RankingEvents,
  ) {}

  @Get(':id/reviews/:review/why')
  @ApiOperation({
    summary: 'Why this lead: what they are worth there against the next best',
    description:
      'The plain facts that speak for the lead, and the best plan in which somebody else leads the review, found by solving again: what that loses in each aim, who leads it then and who else moves. The first answer can take some seconds; it is kept for the plan.',
  })
  @ApiOkResponse({ standardSchema: WhyThisOneView })
  @Refuses(409, {
    REVIEW_HAS_NO_LEAD:
      'Vale School, Leeds has no lead in this plan. Ask why it has none instead (the plan’s reviews without a lead), or who could lead it.',
  })
  @SerializeOptions({ schema: WhyThisOneView })
  why(
    @Param('id', { schema: PlanId }) id: string,
    @Param('review', { schema: ReviewReference }) review: string,
  ): Promise<WhyThisOneView> {
    return this.explanations.why(id, review);
  }

  @Get(':id/reviews/:review/why-not/:lead')
  @ApiOperation({
    summary: 'Why not somebody else: every rule in the way, or the exact price',
    description:
      'Where the rules refuse the person in every window: each rule, the smallest change of a fact that would mend it, and what it would cost then. Where they do not: the best plan in which they have the seat, its price in each aim, and who else would move; or the pins that rule it out.',
  })
  @ApiOkResponse({ standardSchema: WhyNotView })
  @SerializeOptions({ schema: WhyNotView })
  whyNot(
    @Param('id', { schema: PlanId }) id: string,
    @Param('review', { schema: ReviewReference }) review: string,
    @Param('lead', { schema: PersonReference }) lead: string,
    @Query({ schema: SeatQuery }) { seat }: SeatQuery,
  ): Promise<WhyNotView> {
    return this.explanations.whyNot(id, review, lead, seat);
  }

  @Get(':id/reviews/:review/candidates')
  @ApiOperation({
    summary: 'Who could lead a review, ranked by the exact price of choosing them',
    description:
      'Everybody who may lead this term: the permitted with the price of each, best first, and the refused with every rule in the way and the smallest change that would mend it, nearest first. Each price is worked out by solving again; …/candidates/events tells them one by one.',
  })
  @ApiOkResponse({ standardSchema: CandidatesView })
  @SerializeOptions({ schema: CandidatesView })
  reviewCandidates(
    @Param('id', { schema: PlanId }) id: string,
    @Param('review', { schema: ReviewReference }) review: string,
  ): Promise<CandidatesView> {
    return this.explanations.candidates(id, { kind: 'REVIEW_CANDIDATES', review });
  }

  @Sse(':id/reviews/:review/candidates/events')
  @UseGuards(RankingExistsGuard)
  @ApiOperation({
    summary: 'The ranking of a review as it is worked out, as server-sent events',
    description: streamed,
  })
  @ApiOkResponse({
    description: 'The stream; it ends with the event `ended`',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: exampleRankingEvents } },
  })
  reviewCandidateEvents(
    @Param('id', { schema: PlanId }) id: string,
    @Param('review', { schema: ReviewReference }) review: string,
  ): Observable<MessageEvent> {
    return this.rankings.follow(id, { kind: 'REVIEW_CANDIDATES', review });
  }

  @Get(':id/lead-reviewers/:lead/candidates')
  @ApiOperation({
    summary: 'What somebody could lead in a window, ranked by the exact price',
    description:
      'Every review of the plan: those that the person may lead in that window with the price of giving it to them then, best first, and the others with every rule in the way.',
  })
  @ApiOkResponse({ standardSchema: CandidatesView })
  @SerializeOptions({ schema: CandidatesView })
  windowCandidates(
    @Param('id', { schema: PlanId }) id: string,
    @Param('lead', { schema: PersonReference }) lead: string,
    @Query({ schema: WindowQuery }) slot: WindowQuery,
  ): Promise<CandidatesView> {
    return this.explanations.candidates(id, { kind: 'WINDOW_CANDIDATES', lead, slot });
  }

  @Sse(':id/lead-reviewers/:lead/candidates/events')
  @UseGuards(RankingExistsGuard)
  @ApiOperation({
    summary: 'The ranking of a window as it is worked out, as server-sent events',
    description: streamed,
  })
  @ApiOkResponse({
    description: 'The stream; it ends with the event `ended`',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: exampleRankingEvents } },
  })
  windowCandidateEvents(
    @Param('id', { schema: PlanId }) id: string,
    @Param('lead', { schema: PersonReference }) lead: string,
    @Query({ schema: WindowQuery }) slot: WindowQuery,
  ): Observable<MessageEvent> {
    return this.rankings.follow(id, { kind: 'WINDOW_CANDIDATES', lead, slot });
  }
}

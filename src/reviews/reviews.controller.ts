import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { TermId } from '../calendar/calendar.schema.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import {
  CarryInput,
  CorrectionInput,
  EventInput,
  EventKind,
  HistoryView,
  HostAnswerInput,
  MoveInput,
  OpenedReviews,
  OpenReviews,
  PriorityInput,
  ReviewCode,
  ReviewPage,
  ReviewQuery,
  ReviewView,
  SeatId,
  SeatInput,
  SeatList,
  SpreadResult,
  SpreadReviews,
} from './review.schema.js';
import { ReviewsService } from './reviews.service.js';

const NoSuchReview = Refuses(404, { NOT_FOUND: 'There is no review QAR-2026-0042.' });
const NoSuchSeat = Refuses(404, {
  NOT_FOUND: 'The review QAR-2026-0042 has no seat 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10.',
});
const SeatTaken = Refuses(409, {
  SEAT_TAKEN:
    'Monday 11 to Wednesday 13 January 2027: Somebody else holds that seat of the review. Record first that theirs was withdrawn.',
  WEEK_TAKEN:
    'Monday 11 to Wednesday 13 January 2027: The person has another seat in that week. Nobody does two reviews in one week.',
  OTHER_SLOT:
    'Monday 11 to Wednesday 13 January 2027: The review’s other seats are in another week. All seats of a review share one slot.',
});
const NoSuchYear = Refuses(404, { NOT_FOUND: 'There is no academic year 2026/27.' });
const EventRefused = Refuses(422, {
  EVENT_REFUSED: 'A seat that was not offered cannot be accepted.',
});

@ApiTags('Reviews')
@Controller()
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get('reviews')
  @ApiOperation({
    summary: 'Reviews with state, priority and host’s windows, in pages',
    description: 'windowsNotKnown=true lists the reviews that a term’s problem has to leave out.',
  })
  @ApiOkResponse({ standardSchema: ReviewPage })
  @SerializeOptions({ schema: ReviewPage })
  list(@Query({ schema: ReviewQuery }) query: ReviewQuery): Promise<ReviewPage> {
    return this.reviews.list(query);
  }

  @Post('reviews/openings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open the reviews of a year: one for each member school that has none' })
  @ApiOkResponse({ standardSchema: OpenedReviews })
  @NoSuchYear
  @Refuses(422, {
    OTHER_YEAR: 'Spring 2028 is not a term of 2026/27. Choose one that is.',
    NOT_A_MEMBER:
      'No member of 2026/27: 100091. Record the membership first, or leave the school out.',
  })
  @SerializeOptions({ schema: OpenedReviews })
  open(@Body({ schema: OpenReviews }) year: OpenReviews): Promise<OpenedReviews> {
    return this.reviews.open(year);
  }

  @Post('reviews/spreadings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give every review without a term the emptiest term for its weeks' })
  @ApiOkResponse({ standardSchema: SpreadResult })
  @NoSuchYear
  @SerializeOptions({ schema: SpreadResult })
  spread(@Body({ schema: SpreadReviews }) { academicYear }: SpreadReviews): Promise<SpreadResult> {
    return this.reviews.spread(academicYear);
  }

  @Get('terms/:term/seats')
  @ApiOperation({ summary: 'Seats of a term, each with where it stands and what happened to it' })
  @ApiOkResponse({ standardSchema: SeatList })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @SerializeOptions({ schema: SeatList })
  seatsOfTerm(@Param('term', { schema: TermId }) term: string): Promise<SeatList> {
    return this.reviews.seatsOfTerm(term);
  }

  @Get('reviews/:code')
  @ApiOperation({ summary: 'A review, with its version as ETag' })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchReview
  @SerializeOptions({ schema: ReviewView })
  async get(
    @Param('code', { schema: ReviewCode }) code: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.get(code), response);
  }

  @Get('reviews/:code/history')
  @ApiOperation({ summary: 'Every state ever recorded of a review, superseded ones included' })
  @ApiOkResponse({ standardSchema: HistoryView })
  @NoSuchReview
  @SerializeOptions({ schema: HistoryView })
  history(@Param('code', { schema: ReviewCode }) code: string): Promise<HistoryView> {
    return this.reviews.history(code);
  }

  @Get('reviews/:code/seats')
  @ApiOperation({ summary: 'Seats of a review and what happened to each' })
  @ApiOkResponse({ standardSchema: SeatList })
  @NoSuchReview
  @SerializeOptions({ schema: SeatList })
  seats(@Param('code', { schema: ReviewCode }) code: string): Promise<SeatList> {
    return this.reviews.seats(code);
  }

  @Put('reviews/:code/host-answer')
  @ApiOperation({
    summary: 'Record the host’s windows; an earlier answer is superseded as a whole',
  })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchReview
  @Refuses(422, {
    NO_TERM: 'No term is chosen for the review QAR-2026-0042. Choose one first.',
    ANSWER_UNCLEAR: 'Either any usable window is acceptable, or name the windows.',
    WINDOW_NOT_USABLE:
      'The school cannot be reviewed in one window: Wednesday 24 to Friday 26 March 2027: Good Friday, 26 March 2027. Take it out.',
  })
  @SerializeOptions({ schema: ReviewView })
  async answer(
    @Param('code', { schema: ReviewCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: HostAnswerInput }) answer: HostAnswerInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.answer(code, version, answer), response);
  }

  @Put('reviews/:code/priority')
  @ApiOperation({ summary: 'Set a review’s priority with a reason, or go back to the derived one' })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchReview
  @SerializeOptions({ schema: ReviewView })
  async prioritise(
    @Param('code', { schema: ReviewCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: PriorityInput }) priority: PriorityInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.prioritise(code, version, priority), response);
  }

  @Post('reviews/:code/moves')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move a review to another state, such as cancelled, with who and why' })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchReview
  @Refuses(422, {
    MOVE_REFUSED: 'A review that is closed cannot become cancelled. Nothing follows that.',
    CAUSE_MISSING: 'Say who cancelled the review, and why.',
    OTHER_YEAR: 'Spring 2028 is not a term of 2026/27. Choose one that is.',
  })
  @SerializeOptions({ schema: ReviewView })
  async move(
    @Param('code', { schema: ReviewCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: MoveInput }) move: MoveInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.move(code, version, move), response);
  }

  @Post('reviews/:code/carry-overs')
  @HttpCode(200)
  @ApiOperation({ summary: 'Carry a review that was not covered to the next term' })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchReview
  @Refuses(422, {
    NOT_TO_BE_CARRIED:
      'Only a requested review that belongs to a term is carried over; this one is confirmed.',
    MOVE_REFUSED: 'Friday 15 January 2027 lies ahead: record the change when it has happened.',
  })
  @SerializeOptions({ schema: ReviewView })
  async carryOver(
    @Param('code', { schema: ReviewCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: CarryInput }) { on }: CarryInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.carryOver(code, version, on), response);
  }

  @Post('reviews/:code/seats')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a person a seat by hand' })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchReview
  @SeatTaken
  @Refuses(422, {
    NO_TERM: 'No term is chosen for the review QAR-2026-0042. Choose one first.',
    MOVE_REFUSED:
      'Nobody can be given a seat on the review QAR-2026-0042 any more: it stands as “cancelled”.',
    WINDOW_NOT_USABLE:
      'The school cannot be reviewed on Wednesday 24 to Friday 26 March 2027: Good Friday, 26 March 2027. Choose another window.',
    OWN_SCHOOL:
      'The review is of the person’s own school: that is never allowed. Choose somebody else.',
  })
  @SerializeOptions({ schema: ReviewView })
  async placeSeat(
    @Param('code', { schema: ReviewCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: SeatInput }) seat: SeatInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.placeSeat(code, version, seat), response);
  }

  @Post('reviews/:code/seats/:seat/events')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record that a seat was offered, accepted, declined, withdrawn, cancelled or led',
  })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchSeat
  @EventRefused
  @SerializeOptions({ schema: ReviewView })
  async recordEvent(
    @Param('code', { schema: ReviewCode }) code: string,
    @Param('seat', { schema: SeatId }) seat: string,
    @IfMatch() version: number,
    @Body({ schema: EventInput }) event: EventInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.recordEvent(code, version, seat, event), response);
  }

  @Put('reviews/:code/seats/:seat/events/:kind')
  @ApiOperation({ summary: 'Correct what was recorded of a seat; what was believed is kept' })
  @ApiOkResponse({ standardSchema: ReviewView })
  @NoSuchSeat
  @SeatTaken
  @EventRefused
  @SerializeOptions({ schema: ReviewView })
  async correctEvent(
    @Param('code', { schema: ReviewCode }) code: string,
    @Param('seat', { schema: SeatId }) seat: string,
    @Param('kind', { schema: EventKind }) kind: EventInput['kind'],
    @IfMatch() version: number,
    @Body({ schema: CorrectionInput }) correction: CorrectionInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewView> {
    return tagged(await this.reviews.correctEvent(code, version, seat, kind, correction), response);
  }
}

function tagged(view: ReviewView, response: Response): ReviewView {
  response.setHeader('ETag', entityTag(view.version));
  return view;
}

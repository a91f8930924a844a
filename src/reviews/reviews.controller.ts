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
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { TermId } from '../calendar/calendar.schema.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import { Problem } from '../platform/problems/problem.js';
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

const ifMatch = {
  name: 'If-Match',
  required: true,
  description: 'The ETag of what you last loaded',
};

@ApiTags('Reviews')
@ApiBadRequestResponse({
  standardSchema: Problem,
  description: 'Something in the request is wrong',
})
@ApiNotFoundResponse({
  standardSchema: Problem,
  description: 'No such review, seat, term or person',
})
@ApiUnprocessableEntityResponse({
  standardSchema: Problem,
  description: 'Refused, with the reason',
})
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
  @SerializeOptions({ schema: OpenedReviews })
  open(@Body({ schema: OpenReviews }) year: OpenReviews): Promise<OpenedReviews> {
    return this.reviews.open(year);
  }

  @Post('reviews/spreadings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give every review without a term the emptiest term for its weeks' })
  @ApiOkResponse({ standardSchema: SpreadResult })
  @SerializeOptions({ schema: SpreadResult })
  spread(@Body({ schema: SpreadReviews }) { academicYear }: SpreadReviews): Promise<SpreadResult> {
    return this.reviews.spread(academicYear);
  }

  @Get('terms/:term/seats')
  @ApiOperation({ summary: 'Seats of a term, each with where it stands and what happened to it' })
  @ApiOkResponse({ standardSchema: SeatList })
  @SerializeOptions({ schema: SeatList })
  seatsOfTerm(@Param('term', { schema: TermId }) term: string): Promise<SeatList> {
    return this.reviews.seatsOfTerm(term);
  }

  @Get('reviews/:code')
  @ApiOperation({ summary: 'A review, with its version as ETag' })
  @ApiOkResponse({ standardSchema: ReviewView })
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
  @SerializeOptions({ schema: HistoryView })
  history(@Param('code', { schema: ReviewCode }) code: string): Promise<HistoryView> {
    return this.reviews.history(code);
  }

  @Get('reviews/:code/seats')
  @ApiOperation({ summary: 'Seats of a review and what happened to each' })
  @ApiOkResponse({ standardSchema: SeatList })
  @SerializeOptions({ schema: SeatList })
  seats(@Param('code', { schema: ReviewCode }) code: string): Promise<SeatList> {
    return this.reviews.seats(code);
  }

  @Put('reviews/:code/host-answer')
  @ApiOperation({
    summary: 'Record the host’s windows; an earlier answer is superseded as a whole',
  })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiConflictResponse({ standardSchema: Problem, description: 'The seat, week or slot is taken' })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: ReviewView })
  @ApiPreconditionFailedResponse({ standardSchema: Problem, description: 'Changed since' })
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

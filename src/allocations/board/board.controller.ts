import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
import { Infeasible, NoSuchPlan } from '../plans/plan-refusals.js';
import { PlanId } from '../plans/plan.schema.js';
import { BoardRequest, BoardView } from './board.schema.js';
import { Boards } from './board.service.js';
import { CarriedReviews } from './carried-review.service.js';
import { CarryRequest, CarryView } from './carry.schema.js';
import { SwapsView } from './swap.schema.js';
import { Swaps } from './swaps.service.js';

const Unfitting = Refuses(422, {
  UNKNOWN_NAME:
    'An edit names a review or a person that the problem of this plan does not have. See errors.',
});
const PinIsHeld = Refuses(409, {
  PIN_IS_HELD: 'An edit unpins what was not pinned by hand. See errors.',
});

@ApiTags('Plans')
@NoSuchPlan
@Infeasible
@Controller('plans')
export class BoardController {
  constructor(
    private readonly boards: Boards,
    private readonly carried: CarriedReviews,
    private readonly swaps: Swaps,
  ) {}

  @Get(':id/board')
  @ApiOperation({
    summary: 'A plan as a board: people against windows, with all that is shown there',
    description:
      'Seats and availability as they were frozen with the plan; homes, gates and what became of offers as the registers stand now. Reviews without a lead stand where their school prefers.',
  })
  @ApiOkResponse({ standardSchema: BoardView })
  @SerializeOptions({ schema: BoardView })
  show(@Param('id', { schema: PlanId }) id: string): Promise<BoardView> {
    return this.boards.board(id, []);
  }

  @Post(':id/board')
  @HttpCode(200)
  @ApiOperation({ summary: 'The board after edits that are not saved yet; nothing is saved' })
  @ApiOkResponse({ standardSchema: BoardView })
  @Unfitting
  @PinIsHeld
  @SerializeOptions({ schema: BoardView })
  after(
    @Param('id', { schema: PlanId }) id: string,
    @Body({ schema: BoardRequest }) { edits }: BoardRequest,
  ): Promise<BoardView> {
    return this.boards.board(id, edits);
  }

  @Post(':id/carry')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What one review would cost everywhere, while it is carried over the board',
    description:
      'For everybody who may lead, in each window that the school accepts: what putting it there gains or pays while nobody else moves, or every rule against it. After edits that are not saved yet. Nothing is solved.',
  })
  @ApiOkResponse({ standardSchema: CarryView })
  @Unfitting
  @PinIsHeld
  @Refuses(404, { NOT_FOUND: 'There is no review QAR-2026-0042 in the problem of this plan.' })
  @SerializeOptions({ schema: CarryView })
  carry(
    @Param('id', { schema: PlanId }) id: string,
    @Body({ schema: CarryRequest }) { review, edits }: CarryRequest,
  ): Promise<CarryView> {
    return this.carried.carry(id, review, edits);
  }

  @Post(':id/swaps')
  @HttpCode(200)
  @ApiOperation({
    summary: 'With which reviews a review could swap its lead, and what each swap would come to',
    description:
      'Each of the two leads the other’s review on the days that it has, while nobody else moves; or what speaks against it. After edits that are not saved yet. Pinned reviews take no part. Nothing is solved.',
  })
  @ApiOkResponse({ standardSchema: SwapsView })
  @Unfitting
  @PinIsHeld
  @Refuses(404, { NOT_FOUND: 'There is no review QAR-2026-0042 in the problem of this plan.' })
  @SerializeOptions({ schema: SwapsView })
  swap(
    @Param('id', { schema: PlanId }) id: string,
    @Body({ schema: CarryRequest }) { review, edits }: CarryRequest,
  ): Promise<SwapsView> {
    return this.swaps.of(id, review, edits);
  }
}

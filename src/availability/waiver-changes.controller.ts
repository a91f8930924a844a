import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Author } from '../platform/author.js';
import { allOrNone, onlyTried } from '../platform/bulk/changes-of-many.js';
import { Clock } from '../platform/clock.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { TermParam } from './availability.schema.js';
import { roundOfTerm } from './rounds.js';
import { changeWaivers } from './waiver-changes.js';
import { type WaiverChange, WaiverChanges, WaiverChangesResult } from './waiver-changes.schema.js';

const NoSuchRound = Refuses(404, {
  NOT_FOUND: 'There is no availability round for spring-2027. Open one for that term first.',
});

@ApiTags('Availability')
@Controller('availability-rounds/:term/waivers/changes')
export class WaiverChangesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What waivers for many people would do, and which are refused; nothing is kept',
  })
  @ApiOkResponse({ standardSchema: WaiverChangesResult })
  @NoSuchRound
  @SerializeOptions({ schema: WaiverChangesResult })
  preview(
    @Param('term', { schema: TermParam }) term: string,
    @Body({ schema: WaiverChanges }) { items }: WaiverChanges,
  ): Promise<WaiverChangesResult> {
    return onlyTried(this.dataSource, (manager) => this.change(manager, term, items));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Count many who have not answered as available, or no longer, in one transaction',
    description: 'Where one is refused none is changed. `undo` brings back what was.',
  })
  @ApiOkResponse({ standardSchema: WaiverChangesResult })
  @NoSuchRound
  @Refuses(409, {
    CHANGES_REFUSED:
      'Nothing was changed: one person cannot be waived. See errors for each, and leave them out.',
  })
  @SerializeOptions({ schema: WaiverChangesResult })
  save(
    @Param('term', { schema: TermParam }) term: string,
    @Body({ schema: WaiverChanges }) { items }: WaiverChanges,
  ): Promise<WaiverChangesResult> {
    return allOrNone(this.dataSource, (manager) => this.change(manager, term, items), {
      count: (refused) => (refused === 1 ? 'one person' : `${refused} people`),
      what: 'be waived',
      name: ({ lead, name }) => name ?? lead,
    });
  }

  private async change(
    manager: EntityManager,
    term: string,
    items: readonly WaiverChange[],
  ): Promise<WaiverChangesResult> {
    const round = await roundOfTerm(manager, term);
    const occasion = { today: this.clock.today(), author: this.author.name };
    return changeWaivers(manager, round, items, occasion);
  }
}

import { Body, Controller, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource, type EntityManager } from 'typeorm';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { Refusal } from '../platform/problems/refusal.js';
import { TermParam } from './availability.schema.js';
import { roundOfTerm } from './rounds.js';
import { changeWaivers } from './waiver-changes.js';
import { type WaiverChange, WaiverChanges, WaiverChangesResult } from './waiver-changes.schema.js';

const NoSuchRound = Refuses(404, {
  NOT_FOUND: 'There is no availability round for spring-2027. Open one for that term first.',
});

/** Carries the answer out of a transaction that is taken back. */
class Taken extends Error {
  constructor(readonly result: WaiverChangesResult) {
    super('Only tried');
  }
}

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
  async preview(
    @Param('term', { schema: TermParam }) term: string,
    @Body({ schema: WaiverChanges }) { items }: WaiverChanges,
  ): Promise<WaiverChangesResult> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        throw new Taken(await this.change(manager, term, items));
      });
    } catch (error) {
      if (error instanceof Taken) return error.result;
      throw error;
    }
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
    return this.dataSource.transaction(async (manager) => {
      const result = await this.change(manager, term, items);
      if (result.refused > 0) throw refusedWith(result);
      return result;
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

function refusedWith({ items, refused }: WaiverChangesResult): Refusal {
  const faults = items.flatMap(({ lead, name, refusal }, index) =>
    refusal === null
      ? []
      : [{ pointer: `#/items/${index}`, field: name ?? lead, message: refusal.message }],
  );
  const what = refused === 1 ? 'one person cannot' : `${refused} people cannot`;
  return new Refusal(
    'CHANGES_REFUSED',
    `Nothing was changed: ${what} be waived. See errors for each, and leave them out.`,
    409,
    faults.slice(0, 100),
  );
}

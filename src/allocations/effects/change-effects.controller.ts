import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { changeEffect } from './change-effects.js';
import { ChangeEffect, ChangeToBeMade } from './change-effects.schema.js';

@ApiTags('Settings')
@Controller('change-effects')
export class ChangeEffectsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a change of settings or dates would affect; nothing is saved',
    description:
      'Says whether a term that is under way or planned already is touched, and which seats and windows lie in days that would be lost.',
  })
  @ApiOkResponse({ standardSchema: ChangeEffect })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @SerializeOptions({ schema: ChangeEffect })
  effect(@Body({ schema: ChangeToBeMade }) change: ChangeToBeMade): Promise<ChangeEffect> {
    return changeEffect(this.dataSource.manager, change, this.clock.today());
  }
}

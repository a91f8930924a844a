import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { ForecastController } from './forecast/forecast.controller.js';

/** What programme leads ask of a year. */
@Module({
  imports: [AllocationsModule],
  controllers: [ForecastController],
})
export class ReportsModule {}

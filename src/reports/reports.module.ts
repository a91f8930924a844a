import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { CommitmentReportsController } from './compliance/commitment-reports.controller.js';
import { CommitmentReports } from './compliance/commitment-reports.service.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { WhatIfController } from './what-if/what-if.controller.js';
import { WhatIfReports } from './what-if/what-if.service.js';
import { ReportMoments } from './moment.js';

/** Reports that run the programme: each figure counted from what is on record, as at any day, or solved and kept. */
@Module({
  imports: [AllocationsModule],
  controllers: [CommitmentReportsController, ForecastController, WhatIfController],
  providers: [ReportMoments, CommitmentReports, WhatIfReports],
})
export class ReportsModule {}

import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { BalanceReportsController } from './balance/balance-reports.controller.js';
import { BalanceReports } from './balance/balance-reports.service.js';
import { CommitmentReportsController } from './compliance/commitment-reports.controller.js';
import { CommitmentReports } from './compliance/commitment-reports.service.js';
import { CoverageReportsController } from './coverage/coverage-reports.controller.js';
import { CoverageReports } from './coverage/coverage-reports.service.js';
import { FairnessReportsController } from './fairness/fairness-reports.controller.js';
import { FairnessReports } from './fairness/fairness-reports.service.js';
import { FeesController } from './fees/fees.controller.js';
import { FeeReports } from './fees/fees.service.js';
import { PayrollController } from './fees/payroll.controller.js';
import { PayrollService } from './fees/payroll.service.js';
import { ForecastReports } from './forecast/forecast-reports.service.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { GatesController } from './gates/gates.controller.js';
import { GateReports } from './gates/gates.service.js';
import { WhatIfController } from './what-if/what-if.controller.js';
import { WhatIfReports } from './what-if/what-if.service.js';
import { ReportMoments } from './moment.js';
import { TermlyReportsController } from './termly/termly-reports.controller.js';
import { TermlyReports } from './termly/termly-reports.service.js';

/** Reports that run the programme: each figure counted from what is on record, as at any day, or solved and kept. */
@Module({
  imports: [AllocationsModule],
  controllers: [
    BalanceReportsController,
    CommitmentReportsController,
    CoverageReportsController,
    FairnessReportsController,
    FeesController,
    ForecastController,
    GatesController,
    PayrollController,
    TermlyReportsController,
    WhatIfController,
  ],
  providers: [
    BalanceReports,
    CommitmentReports,
    CoverageReports,
    FairnessReports,
    FeeReports,
    ForecastReports,
    GateReports,
    PayrollService,
    ReportMoments,
    TermlyReports,
    WhatIfReports,
  ],
})
export class ReportsModule {}

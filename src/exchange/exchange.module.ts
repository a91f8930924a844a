import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { PlanExportsController } from './exports/plan-exports.controller.js';
import { ImportRequests } from './imports/import-requests.service.js';
import {
  ColumnMappingsController,
  ImportsController,
  RecordKindsController,
} from './imports/imports.controller.js';
import { ImportsService } from './imports/imports.service.js';

/** Spreadsheets in and out; plans, which allocations make, go out only. */
@Module({
  imports: [AllocationsModule],
  controllers: [
    ImportsController,
    RecordKindsController,
    ColumnMappingsController,
    ExportsController,
    PlanExportsController,
  ],
  providers: [ImportsService, ImportRequests, ExportsService],
  exports: [ImportsService, ExportsService],
})
export class ExchangeModule {}

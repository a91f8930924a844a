import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { ExchangeThreads } from './exchange-threads.js';
import { ExportsController } from './exports/exports.controller.js';
import { PlanExportsController } from './exports/plan-exports.controller.js';
import { ImportRequests } from './imports/import-requests.service.js';
import {
  ColumnMappingsController,
  RecordKindsController,
} from './imports/column-mappings.controller.js';
import { ImportFilesController } from './imports/import-files.controller.js';
import { ImportFiles } from './imports/import-files.service.js';
import { ImportsController } from './imports/imports.controller.js';

/** Spreadsheets in and out; plans, which allocations make, go out only. */
@Module({
  imports: [AllocationsModule],
  controllers: [
    ImportFilesController,
    ImportsController,
    RecordKindsController,
    ColumnMappingsController,
    ExportsController,
    PlanExportsController,
  ],
  providers: [ExchangeThreads, ImportFiles, ImportRequests],
})
export class ExchangeModule {}

import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { PlanExportsController } from './exports/plan-exports.controller.js';
import { ImportRequests } from './imports/import-requests.service.js';
import {
  ColumnMappingsController,
  RecordKindsController,
} from './imports/column-mappings.controller.js';
import { ImportFilesController } from './imports/import-files.controller.js';
import { ImportFiles } from './imports/import-files.service.js';
import { ImportThreads } from './imports/import-threads.js';
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
  providers: [ImportThreads, ImportFiles, ImportRequests, ExportsService],
  exports: [ExportsService],
})
export class ExchangeModule {}

import { Module } from '@nestjs/common';
import { ExportsController } from './exports/exports.controller.js';
import { ExportsService } from './exports/exports.service.js';
import { ImportRequests } from './imports/import-requests.service.js';
import {
  ColumnMappingsController,
  ImportsController,
  RecordKindsController,
} from './imports/imports.controller.js';
import { ImportsService } from './imports/imports.service.js';

/** Spreadsheets in and out. */
@Module({
  controllers: [
    ImportsController,
    RecordKindsController,
    ColumnMappingsController,
    ExportsController,
  ],
  providers: [ImportsService, ImportRequests, ExportsService],
  exports: [ImportsService, ExportsService],
})
export class ExchangeModule {}

import { Module } from '@nestjs/common';
import { AllocationsModule } from '../allocations/allocations.module.js';
import { CommitmentReportsController } from './compliance/commitment-reports.controller.js';
import { CommitmentReports } from './compliance/commitment-reports.service.js';

/** Reports that run the programme: each figure counted from what is on record, as at any day. */
@Module({
  imports: [AllocationsModule],
  controllers: [CommitmentReportsController],
  providers: [CommitmentReports],
})
export class ReportsModule {}

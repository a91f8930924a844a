import { Module } from '@nestjs/common';
import { AvailabilityController } from './availability.controller.js';
import { AvailabilityDraftsController } from './availability-drafts.controller.js';
import { AvailabilityDrafts } from './availability-drafts.service.js';
import { AvailabilityService } from './availability.service.js';
import { WaiverChangesController } from './waiver-changes.controller.js';

/** When Lead Reviewers can review: rounds, answers, and the grade of every window. */
@Module({
  controllers: [AvailabilityController, AvailabilityDraftsController, WaiverChangesController],
  providers: [AvailabilityService, AvailabilityDrafts],
  exports: [AvailabilityService],
})
export class AvailabilityModule {}

import { Module } from '@nestjs/common';
import { LeadChangesController } from './bulk/lead-changes.controller.js';
import { CommitmentsController } from './commitments.controller.js';
import { CommitmentsService } from './commitments.service.js';

/** Contracts and agreed exceptions to the minimum; changes to many people at once, theirs included. */
@Module({
  controllers: [CommitmentsController, LeadChangesController],
  providers: [CommitmentsService],
})
export class CommitmentsModule {}

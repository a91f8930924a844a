import { Module } from '@nestjs/common';
import { ReviewChangesController } from './bulk/review-changes.controller.js';
import { BulkReviewChanges } from './bulk/review-changes.service.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

/** Reviews due, their hosts' windows, their seats and what happened to each. */
@Module({
  controllers: [ReviewChangesController, ReviewsController],
  providers: [BulkReviewChanges, ReviewsService],
  exports: [ReviewsService],
})
export class ReviewsModule {}

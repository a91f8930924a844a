import { Module } from '@nestjs/common';
import { ReviewersController } from './reviewers.controller.js';
import { ReviewersService } from './reviewers.service.js';

/** The register of Lead Reviewers and the dated facts about them. */
@Module({
  controllers: [ReviewersController],
  providers: [ReviewersService],
  exports: [ReviewersService],
})
export class ReviewersModule {}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { OpeningUndone } from '../../reviews/review.schema.js';
import { takeBackReviews } from '../../reviews/take-back.js';
import { whereCountedOn } from './plans-with-reviews.js';

@ApiTags('Reviews')
@Controller('reviews/openings/undoings')
export class OpeningUndoingsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Take back an opening of reviews, while nothing has used them',
    description:
      'Send what the opening answered as `undo`. A review is in use once its host has answered, somebody has a seat, its state, term or priority was changed, or a plan or a run under way counts on it. Reviews that stood before keep a term that they were given.',
  })
  @ApiNoContentResponse()
  @Refuses(409, {
    REVIEWS_IN_USE:
      'One of the 12 reviews is in use by now, so the opening stays and nothing was taken back. See errors for each.',
  })
  async undo(
    @Body({ schema: OpeningUndone }) { academicYear, reviews }: OpeningUndone,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const codes = reviews.map(({ review }) => review);
      const elsewhere = await whereCountedOn(manager, codes);
      await takeBackReviews(manager, academicYear, reviews, elsewhere, this.author.name);
    });
  }
}

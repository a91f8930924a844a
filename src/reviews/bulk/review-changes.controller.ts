import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
import { ReviewChanges, ReviewChangesResult } from './review-changes.schema.js';
import { BulkReviewChanges } from './review-changes.service.js';

@ApiTags('Reviews')
@Controller('reviews/changes')
export class ReviewChangesController {
  constructor(private readonly changes: BulkReviewChanges) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What changes to many reviews would do, and which are refused and why; nothing is kept',
  })
  @ApiOkResponse({ standardSchema: ReviewChangesResult })
  @SerializeOptions({ schema: ReviewChangesResult })
  preview(@Body({ schema: ReviewChanges }) { items }: ReviewChanges): Promise<ReviewChangesResult> {
    return this.changes.preview(items);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Change many reviews in one transaction',
    description:
      'Each from the version named. Where one is refused none is changed. `undo` holds the changes that bring back what was.',
  })
  @ApiOkResponse({ standardSchema: ReviewChangesResult })
  @Refuses(409, {
    CHANGES_REFUSED:
      'Nothing was changed: one review cannot be changed so. See errors for each, and leave them out.',
  })
  @SerializeOptions({ schema: ReviewChangesResult })
  save(@Body({ schema: ReviewChanges }) { items }: ReviewChanges): Promise<ReviewChangesResult> {
    return this.changes.save(items);
  }
}

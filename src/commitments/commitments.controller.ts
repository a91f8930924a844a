import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../platform/openapi/refuses.js';
import { Changed, ReviewerCode } from '../reviewers/reviewer.schema.js';
import {
  CommitmentsView,
  ContractEnd,
  ContractInput,
  ExceptionInput,
} from './commitment.schema.js';
import { CommitmentsService } from './commitments.service.js';

const NoSuchPerson = Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001.' });
const RecordedMeanwhile = Refuses(409, {
  CHANGED_SINCE:
    'Somebody else recorded the same fact at the same time. Load it again and repeat your change.',
});

@ApiTags('Commitments')
@Controller('lead-reviewers/:code')
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsService) {}

  @Get('commitments')
  @ApiOperation({ summary: 'Contracts and agreed exceptions of a Lead Reviewer' })
  @ApiOkResponse({ standardSchema: CommitmentsView })
  @NoSuchPerson
  @SerializeOptions({ schema: CommitmentsView })
  of(@Param('code', { schema: ReviewerCode }) code: string): Promise<CommitmentsView> {
    return this.commitments.of(code);
  }

  @Post('contracts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record a contract of an academic year' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @RecordedMeanwhile
  @Refuses(422, {
    CONTRACT_OUTSIDE_YEAR:
      'A contract of 2026/27 begins before it ends and lies within 1 September 2026 to 31 August 2027. Correct its dates.',
  })
  @SerializeOptions({ schema: Changed })
  record(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Body({ schema: ContractInput }) contract: ContractInput,
  ): Promise<Changed> {
    return this.commitments.record(code, contract);
  }

  @Post('contracts/endings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that somebody is not contracted throughout a period' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @RecordedMeanwhile
  @SerializeOptions({ schema: Changed })
  end(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Body({ schema: ContractEnd }) period: ContractEnd,
  ): Promise<Changed> {
    return this.commitments.end(code, period);
  }

  @Put('commitment-exception')
  @ApiOperation({ summary: 'Agree an exception to the minimum of a year, or take it back' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @RecordedMeanwhile
  @SerializeOptions({ schema: Changed })
  agree(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Body({ schema: ExceptionInput }) exception: ExceptionInput,
  ): Promise<Changed> {
    return this.commitments.agree(code, exception);
  }
}

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
import {
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Problem } from '../platform/problems/problem.js';
import { Changed, ReviewerCode } from '../reviewers/reviewer.schema.js';
import {
  CommitmentsView,
  ContractEnd,
  ContractInput,
  ExceptionInput,
} from './commitment.schema.js';
import { CommitmentsService } from './commitments.service.js';

@ApiTags('Commitments')
@ApiBadRequestResponse({
  standardSchema: Problem,
  description: 'Something in the request is wrong',
})
@ApiNotFoundResponse({ standardSchema: Problem, description: 'No such Lead Reviewer or year' })
@ApiUnprocessableEntityResponse({ standardSchema: Problem, description: 'Dates that cannot be' })
@Controller('lead-reviewers/:code')
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsService) {}

  @Get('commitments')
  @ApiOperation({ summary: 'Contracts and agreed exceptions of a Lead Reviewer' })
  @ApiOkResponse({ standardSchema: CommitmentsView })
  @SerializeOptions({ schema: CommitmentsView })
  of(@Param('code', { schema: ReviewerCode }) code: string): Promise<CommitmentsView> {
    return this.commitments.of(code);
  }

  @Post('contracts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record a contract of an academic year' })
  @ApiOkResponse({ standardSchema: Changed })
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
  @SerializeOptions({ schema: Changed })
  agree(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Body({ schema: ExceptionInput }) exception: ExceptionInput,
  ): Promise<Changed> {
    return this.commitments.agree(code, exception);
  }
}

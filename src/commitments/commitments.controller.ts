import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import { Changed, ReviewerCode } from '../reviewers/reviewer.schema.js';
import {
  CommitmentsView,
  ContractEnd,
  ContractInput,
  ExceptionInput,
} from './commitment.schema.js';
import { CommitmentsService } from './commitments.service.js';

const NoSuchPerson = Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001.' });

@ApiTags('Commitments')
@Controller('lead-reviewers/:code')
export class CommitmentsController {
  constructor(private readonly commitments: CommitmentsService) {}

  @Get('commitments')
  @ApiOperation({
    summary: 'Contracts and agreed exceptions of a Lead Reviewer, with the revision as ETag',
  })
  @ApiOkResponse({ standardSchema: CommitmentsView })
  @NoSuchPerson
  @SerializeOptions({ schema: CommitmentsView })
  async of(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommitmentsView> {
    return this.withRevision(code, response, await this.commitments.of(code));
  }

  @Post('contracts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record a contract of an academic year' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @Refuses(422, {
    CONTRACT_OUTSIDE_YEAR:
      'A contract of 2026/27 begins before it ends and lies within 1 September 2026 to 31 August 2027. Correct its dates.',
  })
  @SerializeOptions({ schema: Changed })
  async record(
    @Param('code', { schema: ReviewerCode }) code: string,
    @IfMatch() revision: number,
    @Body({ schema: ContractInput }) contract: ContractInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Changed> {
    return this.withRevision(
      code,
      response,
      await this.commitments.record(code, revision, contract),
    );
  }

  @Post('contracts/endings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that somebody is not contracted throughout a period' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @SerializeOptions({ schema: Changed })
  async end(
    @Param('code', { schema: ReviewerCode }) code: string,
    @IfMatch() revision: number,
    @Body({ schema: ContractEnd }) period: ContractEnd,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Changed> {
    return this.withRevision(code, response, await this.commitments.end(code, revision, period));
  }

  @Put('commitment-exception')
  @ApiOperation({ summary: 'Agree an exception to the minimum of a year, or take it back' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @SerializeOptions({ schema: Changed })
  async agree(
    @Param('code', { schema: ReviewerCode }) code: string,
    @IfMatch() revision: number,
    @Body({ schema: ExceptionInput }) exception: ExceptionInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Changed> {
    return this.withRevision(
      code,
      response,
      await this.commitments.agree(code, revision, exception),
    );
  }

  private async withRevision<View>(code: string, response: Response, view: View): Promise<View> {
    response.setHeader('ETag', entityTag(await this.commitments.revision(code)));
    return view;
  }
}

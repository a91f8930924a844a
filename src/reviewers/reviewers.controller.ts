import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import { NewFact, Retraction } from './facts.schema.js';
import {
  Changed,
  FactsView,
  NewReviewer,
  ReviewerCode,
  ReviewerEdit,
  ReviewerPage,
  ReviewerQuery,
  ReviewerView,
} from './reviewer.schema.js';
import { ReviewersService } from './reviewers.service.js';

const NoSuchPerson = Refuses(404, { NOT_FOUND: 'There is no Lead Reviewer LR-001.' });
const UnknownCodes = Refuses(422, {
  UNKNOWN_CODE: 'Not a phase or need we know: XYZ. Use the codes of the lists.',
  UNKNOWN_POSTCODE_DISTRICT:
    'ZZ9 is not a postcode district we know. Give the part before the space, such as LS6.',
});

@ApiTags('Lead Reviewers')
@Controller('lead-reviewers')
export class ReviewersController {
  constructor(private readonly reviewers: ReviewersService) {}

  @Get()
  @ApiOperation({ summary: 'The register of Lead Reviewers by reference, in pages' })
  @ApiOkResponse({ standardSchema: ReviewerPage })
  @SerializeOptions({ schema: ReviewerPage })
  list(@Query({ schema: ReviewerQuery }) query: ReviewerQuery): Promise<ReviewerPage> {
    return this.reviewers.list(query);
  }

  @Post()
  @ApiOperation({ summary: 'Put somebody on the register' })
  @ApiCreatedResponse({ standardSchema: ReviewerView })
  @Refuses(409, { ALREADY_THERE: 'The reference LR-001 is taken. Choose another.' })
  @UnknownCodes
  @SerializeOptions({ schema: ReviewerView })
  async register(
    @Body({ schema: NewReviewer }) entry: NewReviewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewerView> {
    response.location(`/api/v1/lead-reviewers/${entry.code}`);
    return tagged(await this.reviewers.register(entry), response);
  }

  @Get(':code')
  @ApiOperation({ summary: 'A Lead Reviewer, with the version as ETag' })
  @ApiOkResponse({ standardSchema: ReviewerView })
  @NoSuchPerson
  @SerializeOptions({ schema: ReviewerView })
  async get(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewerView> {
    return tagged(await this.reviewers.get(code), response);
  }

  @Patch(':code')
  @ApiOperation({ summary: 'Change what the register says of somebody' })
  @ApiOkResponse({ standardSchema: ReviewerView })
  @NoSuchPerson
  @UnknownCodes
  @SerializeOptions({ schema: ReviewerView })
  async edit(
    @Param('code', { schema: ReviewerCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: ReviewerEdit }) edit: ReviewerEdit,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReviewerView> {
    return tagged(await this.reviewers.edit(code, version, edit), response);
  }

  @Get(':code/facts')
  @ApiOperation({
    summary: 'All dated facts that are believed of somebody today, with their revision as ETag',
  })
  @ApiOkResponse({ standardSchema: FactsView })
  @NoSuchPerson
  @SerializeOptions({ schema: FactsView })
  async facts(
    @Param('code', { schema: ReviewerCode }) code: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactsView> {
    return this.withRevision(code, response, await this.reviewers.facts(code));
  }

  @Post(':code/facts')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record a dated fact; what it corrects is superseded and kept',
    description:
      'Employment, standing, gates, training, induction, graded regions, conflicts, overrides, own limits and former homes. If-Match is the ETag of the facts.',
  })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @Refuses(422, {
    UNKNOWN_REFERENCE:
      'The school, trust, region, training day or postcode district named here is not on our register. Check it, or add it first.',
  })
  @SerializeOptions({ schema: Changed })
  async record(
    @Param('code', { schema: ReviewerCode }) code: string,
    @IfMatch() revision: number,
    @Body({ schema: NewFact }) fact: NewFact,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Changed> {
    return this.withRevision(code, response, await this.reviewers.record(code, revision, fact));
  }

  @Post(':code/facts/retractions')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that a fact does not hold throughout a period' })
  @ApiOkResponse({ standardSchema: Changed })
  @NoSuchPerson
  @SerializeOptions({ schema: Changed })
  async retract(
    @Param('code', { schema: ReviewerCode }) code: string,
    @IfMatch() revision: number,
    @Body({ schema: Retraction }) fact: Retraction,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Changed> {
    return this.withRevision(code, response, await this.reviewers.retract(code, revision, fact));
  }

  private async withRevision<View>(code: string, response: Response, view: View): Promise<View> {
    response.setHeader('ETag', entityTag(await this.reviewers.revision(code)));
    return view;
  }
}

function tagged(view: ReviewerView, response: Response): ReviewerView {
  response.setHeader('ETag', entityTag(view.version));
  return view;
}

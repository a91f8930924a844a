import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { Scenarios } from '../../allocations/scenarios/scenarios.service.js';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../../platform/problems/if-match.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { FileForm } from '../../registers/files/register-file.schema.js';
import { AnswersWithTable, registerAttachment } from '../../registers/files/register-attachment.js';
import { WhatIfReports } from './what-if.service.js';
import {
  BehindQuery,
  ComparisonQuery,
  FileQuery,
  Scenario,
  ScenarioChoices,
  ScenarioComparison,
  ScenarioId,
  ScenarioInput,
  ScenarioList,
  WhatIfQuery,
  WhatIfReviews,
} from './what-if.schema.js';

const missing = {
  NOT_FOUND:
    'There is no scenario 0198f0a2-9c11-7a52-8d30-4b7e0a5d2f64. Somebody may have deleted it.',
};
const NoSuchScenario = Refuses(404, missing);
const NotThere = Refuses(404, {
  ...missing,
  NOT_COMPUTED: '“Ada leaves in March” has not been computed yet. Compute it first.',
});
const NameTaken = Refuses(409, {
  ALREADY_THERE: 'There is a scenario called “Ada leaves in March” already. Choose another name.',
});
const noTime = {
  TERM_IS_OVER: 'Autumn 2026 is over, so nothing can change in it.',
  TERM_NOT_ASKED:
    'Nobody has been asked for dates in Summer 2027 yet. Look at the rest of the year instead, which takes earlier answers.',
  YEAR_IS_OVER: 'No term of 2026/27 is left, so there is nothing to forecast.',
  TERM_WITHOUT_WEEKS:
    'Summer 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
};
const DoesNotFit = Refuses(422, {
  CHANGE_DOES_NOT_FIT: 'Change 1 does not fit: This day has passed. Choose today or a later one.',
  UNKNOWN_NAME: 'Change 1 does not fit: This person is not on the register. Choose another.',
  ...noTime,
});
const noPlace = {
  NOT_FOUND: 'There is no term spring-2031.',
  NO_YEAR: 'There is no academic year yet. Open one first.',
};

const exampleCsv =
  'What if, reviews\r\nReviews whose Lead Reviewer or date would change: 1\r\nMade on 21 December 2026, 10:45 by Ruth Ellison\r\n\r\n' +
  'School,Region\r\nFrank Barnes School for Deaf Children,London\r\n';

@ApiTags('Reports')
@Controller('reports/what-if')
export class WhatIfController {
  constructor(
    private readonly reports: WhatIfReports,
    private readonly scenarios: Scenarios,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({ summary: 'The saved scenarios with what each does, the latest changed first' })
  @ApiOkResponse({ standardSchema: ScenarioList })
  @SerializeOptions({ schema: ScenarioList })
  list(@Query({ schema: WhatIfQuery }) query: WhatIfQuery): Promise<ScenarioList> {
    return this.reports.list(query);
  }

  @Get('choices')
  @ApiOperation({ summary: 'The people, schools and places that a scenario can be built of' })
  @ApiOkResponse({ standardSchema: ScenarioChoices })
  @Refuses(404, { NO_YEAR: noPlace.NO_YEAR })
  @SerializeOptions({ schema: ScenarioChoices })
  choices(): Promise<ScenarioChoices> {
    return this.scenarios.choices();
  }

  @Get('comparison')
  @KeepsAnswer()
  @ApiOperation({ summary: 'What two scenarios do, side by side' })
  @ApiOkResponse({ standardSchema: ScenarioComparison })
  @NotThere
  @SerializeOptions({ schema: ScenarioComparison })
  compare(@Query({ schema: ComparisonQuery }) query: ComparisonQuery): Promise<ScenarioComparison> {
    return this.reports.compare(query);
  }

  @Get(':scenario')
  @ApiOperation({ summary: 'A scenario and what it does, with its version as ETag' })
  @ApiOkResponse({ standardSchema: Scenario })
  @NoSuchScenario
  @SerializeOptions({ schema: Scenario })
  async one(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @Query({ schema: WhatIfQuery }) query: WhatIfQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Scenario> {
    return this.tagged(id, response, query);
  }

  @Post()
  @ApiOperation({
    summary: 'Save a scenario and have it computed',
    description:
      'The facts are frozen as the registers stand now, and a worker makes two plans of them, which takes some seconds; ask for the scenario to see how far it is.',
  })
  @ApiCreatedResponse({ standardSchema: Scenario })
  @Refuses(404, noPlace)
  @NameTaken
  @DoesNotFit
  @SerializeOptions({ schema: Scenario })
  async create(
    @Body({ schema: ScenarioInput }) input: ScenarioInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Scenario> {
    return this.tagged(await this.scenarios.create(input), response);
  }

  @Put(':scenario')
  @ApiOperation({ summary: 'Change a scenario and have it computed again' })
  @ApiOkResponse({ standardSchema: Scenario })
  @Refuses(404, { ...missing, NO_YEAR: noPlace.NO_YEAR })
  @NameTaken
  @DoesNotFit
  @SerializeOptions({ schema: Scenario })
  async change(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: ScenarioInput }) input: ScenarioInput,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Scenario> {
    await this.scenarios.change(id, version, input);
    return this.tagged(id, response);
  }

  @Post(':scenario/computations')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Compute a scenario again, of the facts as they stand now',
    description: '200 instead of 202 where the very same was computed already, or is just now.',
  })
  @ApiAcceptedResponse({ standardSchema: Scenario })
  @ApiOkResponse({ standardSchema: Scenario, description: 'Nothing new had to be computed' })
  @NoSuchScenario
  @DoesNotFit
  @SerializeOptions({ schema: Scenario })
  async compute(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Scenario> {
    const hasBegun = await this.scenarios.compute(id);
    response.status(hasBegun ? 202 : 200);
    return this.tagged(id, response);
  }

  @Delete(':scenario')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a scenario; it can be put back' })
  @ApiNoContentResponse()
  @NoSuchScenario
  remove(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.scenarios.remove(id, version);
  }

  @Post(':scenario/restorations')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put a deleted scenario back as it was' })
  @ApiOkResponse({ standardSchema: Scenario })
  @NoSuchScenario
  @NameTaken
  @SerializeOptions({ schema: Scenario })
  async restore(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Scenario> {
    await this.scenarios.restore(id);
    return this.tagged(id, response);
  }

  @Get(':scenario/reviews')
  @KeepsAnswer()
  @ApiOperation({ summary: 'The reviews behind one figure of what a scenario does' })
  @ApiOkResponse({ standardSchema: WhatIfReviews })
  @NotThere
  @SerializeOptions({ schema: WhatIfReviews })
  behind(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @Query({ schema: BehindQuery }) query: BehindQuery,
  ): Promise<WhatIfReviews> {
    return this.reports.behind(id, query);
  }

  @Get(':scenario/files/:form')
  @ApiOperation({
    summary:
      'A table of what a scenario does as CSV or XLSX, with its changes and the day in the file',
  })
  @AnswersWithTable(exampleCsv)
  @NotThere
  async file(
    @Param('scenario', { schema: ScenarioId }) id: string,
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: FileQuery }) query: FileQuery,
  ): Promise<StreamableFile> {
    const { view, name } = await this.reports.file(id, query);
    return registerAttachment(this.threads, view, form, name);
  }

  private async tagged(id: string, response: Response, query: WhatIfQuery = {}): Promise<Scenario> {
    const view = await this.reports.one(id, query);
    response.setHeader('ETag', entityTag(view.version));
    // The version is that of the question: while the answer is computed a browser must not take the one it kept.
    response.setHeader('Cache-Control', 'no-store');
    return view;
  }
}

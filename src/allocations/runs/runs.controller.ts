import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  type MessageEvent,
  Param,
  Post,
  Query,
  RawBody,
  Res,
  SerializeOptions,
  Sse,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Response } from 'express';
import { type Observable } from 'rxjs';
import { Refuses } from '../../platform/openapi/refuses.js';
import { PlanFileView, PlanView } from '../plans/plan.schema.js';
import { Plans } from '../plans/plans.service.js';
import { RunEvents } from './run-events.service.js';
import { RunExistsGuard } from './run-exists.guard.js';
import { RunRequests } from './run-requests.service.js';
import {
  CancelRequest,
  exampleEvents,
  ProblemFileRequest,
  RunId,
  RunOptionsQuery,
  RunPage,
  RunQuery,
  RunRequest,
  RunView,
} from './run.schema.js';
import { Runs } from './runs.service.js';

const NoSuchRun = Refuses(404, {
  NOT_FOUND: 'There is no allocation run 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10.',
});
const NoPlan = Refuses(409, {
  RUN_HAS_NO_PLAN: 'Run 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10 has no plan. It has not ended yet.',
});

@ApiTags('Allocation runs')
@Controller('allocation-runs')
export class RunsController {
  constructor(
    private readonly requests: RunRequests,
    private readonly runs: Runs,
    private readonly runEvents: RunEvents,
    private readonly plans: Plans,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for an allocation',
    description:
      "Freezes a term's problem as the registers stand now, or takes a problem file as the body, and queues a run that solves it. The answer names the run; 200 instead of 202 when the run was there already: asked for under the same Idempotency-Key, or proven before and `reuse` is true.",
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Up to 200 characters. The same request sent again under the same key is one run.',
  })
  @ApiAcceptedResponse({
    standardSchema: RunView,
    headers: { Location: { description: "The run's address", schema: { type: 'string' } } },
  })
  @ApiOkResponse({ standardSchema: RunView, description: 'The run was there already' })
  @Refuses(400, {
    BAD_IDEMPOTENCY_KEY: 'An Idempotency-Key has 1 to 200 characters, for example a UUID.',
  })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(409, {
    PIN_IS_HELD: 'An edit unpins what was not pinned by hand. See errors.',
    PIN_OUT_OF_DATE:
      'The registers have changed since the plan was made, so not all of it can stay. See errors, and unpin or move these reviews.',
    PLAN_IS_INFEASIBLE:
      'No plan keeps all pins, so there is nothing to edit. Drop one of the pins in its conflict and run again.',
  })
  @Refuses(422, {
    PLAN_OF_ANOTHER_TERM: 'The plan to run around belongs to another term.',
    UNKNOWN_NAME:
      'An edit names a review or a person that the problem of this plan does not have. See errors.',
    BAD_PROBLEM_FILE: 'reviews[3].windows[0].week: there is no such week.',
    UNKNOWN_POLICY:
      'There is no policy “Fast”. Choose one of: Standard, Least travel, Wishes first.',
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
    IDEMPOTENCY_KEY_REUSED:
      'The Idempotency-Key was used before, for another request (run 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10). Send a new key with a new request.',
  })
  @SerializeOptions({ schema: RunView })
  async request(
    @Body({ schema: RunRequest }) request: RunRequest,
    @RawBody() body: Buffer | undefined,
    @Query({ schema: RunOptionsQuery }) options: RunOptionsQuery,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunView> {
    const { runId, isNew } = await this.requests.request(request, body, { ...options, key });
    response.location(`/api/v1/allocation-runs/${runId}`).status(isNew ? 202 : 200);
    return this.runs.get(runId);
  }

  @Get()
  @ApiOperation({ summary: 'Runs, the newest first' })
  @ApiOkResponse({ standardSchema: RunPage })
  @NoSuchRun
  @SerializeOptions({ schema: RunPage })
  list(@Query({ schema: RunQuery }) query: RunQuery): Promise<RunPage> {
    return this.runs.list(query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'A run: its state, and how far it has come with each aim',
    description: 'SOLVED always has a plan; INFEASIBLE has one that names the conflicting pins.',
  })
  @ApiOkResponse({ standardSchema: RunView })
  @NoSuchRun
  @SerializeOptions({ schema: RunView })
  get(@Param('id', { schema: RunId }) id: string): Promise<RunView> {
    return this.runs.get(id);
  }

  @Get(':id/problem')
  @ApiOperation({
    summary: 'The problem file of a run, byte for byte as it was solved',
    description: 'Its SHA-256 is the `problem` of the plan; `qar solve` and `qar check` read it.',
  })
  @ApiOkResponse({ standardSchema: ProblemFileRequest })
  @NoSuchRun
  async problem(@Param('id', { schema: RunId }) id: string): Promise<StreamableFile> {
    const { bytes, sha256 } = await this.runs.problemFile(id);
    return new StreamableFile(bytes, {
      type: 'application/json',
      disposition: `attachment; filename="problem-${sha256.slice(0, 12)}.json"`,
    });
  }

  @Get(':id/plan')
  @ApiOperation({ summary: 'The plan of a run, with what the independent checker finds in it' })
  @ApiOkResponse({ standardSchema: PlanView })
  @NoSuchRun
  @NoPlan
  @SerializeOptions({ schema: PlanView })
  async plan(@Param('id', { schema: RunId }) id: string): Promise<PlanView> {
    return this.plans.view(await this.runs.plan(id));
  }

  @Get(':id/plan-file')
  @ApiOperation({
    summary: 'The plan file of a run',
    description:
      'As docs/problem-format.md defines it; `qar check` reads it with the problem file.',
  })
  @ApiOkResponse({ standardSchema: PlanFileView })
  @NoSuchRun
  @NoPlan
  async planFile(@Param('id', { schema: RunId }) id: string): Promise<StreamableFile> {
    const plan = await this.runs.plan(id);
    return new StreamableFile(this.plans.file(plan), {
      type: 'application/json',
      disposition: `attachment; filename="plan-${plan.id}.json"`,
    });
  }

  @Sse(':id/events')
  @UseGuards(RunExistsGuard)
  @ApiOperation({
    summary: 'The course of a run as server-sent events',
    description:
      'Events `run` and last `ended` carry the whole run as JSON, with its revision as their id; `heartbeat` comes when nothing else did for a while. Reconnect with Last-Event-ID to get only what changed since. Close the connection on `ended`.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The last id that was seen' })
  @ApiOkResponse({
    description: 'The stream; it ends with the event `ended`',
    content: { 'text/event-stream': { schema: { type: 'string' }, example: exampleEvents } },
  })
  @NoSuchRun
  events(
    @Param('id', { schema: RunId }) id: string,
    @Headers('last-event-id') lastSeen: string | undefined,
  ): Observable<MessageEvent> {
    return this.runEvents.follow(id, lastSeen);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Cancel a run',
    description:
      'DISCARD ends it at once without a plan. USE_BEST asks the solver to end with the best plan so far: the run then ends SOLVED, with a plan that is FEASIBLE if it could not be proven; refused while there is no plan.',
  })
  @ApiOkResponse({ standardSchema: RunView })
  @NoSuchRun
  @Refuses(409, {
    RUN_HAS_ENDED:
      'Run 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10 has ended already (SOLVED), so there is nothing to cancel.',
    NO_PLAN_YET:
      'Run 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10 has found no plan so far. Wait until its progress shows a value, or cancel it with DISCARD.',
  })
  @SerializeOptions({ schema: RunView })
  cancel(
    @Param('id', { schema: RunId }) id: string,
    @Body({ schema: CancelRequest }) { mode }: CancelRequest,
  ): Promise<RunView> {
    return this.runs.cancel(id, mode);
  }
}

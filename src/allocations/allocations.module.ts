import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RateCappedErrors } from '../platform/logging.js';
import { type QueueRole, queueRole } from '../platform/queue/queue-role.js';
import { QueueModule } from '../platform/queue/queue.module.js';
import { LeadsAlone } from './alone/leads-alone.service.js';
import { BoardController } from './board/board.controller.js';
import { Boards } from './board/board.service.js';
import { CarriedReviews } from './board/carried-review.service.js';
import { Swaps } from './board/swaps.service.js';
import { RunChoicesController } from './choices/run-choices.controller.js';
import { ChangeEffectsController } from './effects/change-effects.controller.js';
import { TermRunChoices } from './choices/run-choices.service.js';
import { PlanComparisonController } from './comparison/plan-comparison.controller.js';
import { PlanComparisons } from './comparison/plan-comparisons.service.js';
import { DestinationsController } from './destinations/destinations.controller.js';
import { OpeningUndoingsController } from './openings/opening-undoings.controller.js';
import { RankingEvents } from './explanations/ranking-events.service.js';
import { SeatExplanationsController } from './explanations/seat-explanations.controller.js';
import { SeatExplanations } from './explanations/seat-explanations.service.js';
import { WhatIfsController } from './explanations/what-ifs.controller.js';
import { WhatIfs } from './explanations/what-ifs.service.js';
import { HandPlansController } from './hand/hand-plans.controller.js';
import { PlanEdits } from './hand/plan-edits.service.js';
import { PlanVersions } from './hand/plan-versions.service.js';
import { TermPlansController } from './hand/term-plans.controller.js';
import { Forecasts } from './forecast/forecasts.service.js';
import { TermHomeController } from './home/term-home.controller.js';
import { TermHomes } from './home/term-home.service.js';
import { LeadHistoryController, PlanLeadsController } from './lead-panel/plan-leads.controller.js';
import { PlanLeads } from './lead-panel/plan-leads.service.js';
import { PlanMapController } from './map/plan-map.controller.js';
import { PlanMaps } from './map/plan-maps.service.js';
import { TermPeopleController } from './people/term-people.controller.js';
import { OpenedPlans } from './plans/opened-plans.js';
import { PlanExplanationsController } from './plans/plan-explanations.controller.js';
import { PlanExplanations } from './plans/plan-explanations.service.js';
import { StoredPlan } from './plans/plan.entity.js';
import { PlansController } from './plans/plans.controller.js';
import { Plans } from './plans/plans.service.js';
import { TermPlans } from './plans/term-plans.service.js';
import { PreflightController } from './preflight/preflight.controller.js';
import { Preflights } from './preflight/preflight.service.js';
import { Recruitings } from './recruiting/recruitings.service.js';
import { PlanReviewsController } from './reviews/plan-reviews.controller.js';
import { PlanReviews } from './reviews/plan-reviews.service.js';
import { FrozenProblem } from './runs/frozen-problem.entity.js';
import { RunChanges } from './runs/run-changes.js';
import { solveRun } from './runs/run-delivery.js';
import { RunEvents } from './runs/run-events.service.js';
import { RunRequests } from './runs/run-requests.service.js';
import { AllocationRun } from './runs/run.entity.js';
import { RunsController } from './runs/runs.controller.js';
import { Runs } from './runs/runs.service.js';
import { type TermFreezer, termFreezer } from './runs/term-freezer.js';
import { freezeTerm } from './snapshot/freeze-term.js';
import { studyHandlers } from './studies/study-handlers.js';
import { studyJobs } from './studies/study-jobs.js';
import { Scenarios } from './scenarios/scenarios.service.js';
import { Studies } from './studies/studies.service.js';
import { RunSweeper } from './work/run-sweeper.js';
import { SolveRunHandler } from './work/solve-run.handler.js';

/** Runs, the plans they yield, and the worker's side of them. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AllocationRun, FrozenProblem, StoredPlan]),
    QueueModule.forJobs(solveRun, ...Object.values(studyJobs)),
  ],
  controllers: [
    RunsController,
    PlansController,
    PlanExplanationsController,
    PlanReviewsController,
    PlanLeadsController,
    LeadHistoryController,
    PreflightController,
    HandPlansController,
    TermPlansController,
    SeatExplanationsController,
    WhatIfsController,
    TermHomeController,
    TermPeopleController,
    BoardController,
    RunChoicesController,
    ChangeEffectsController,
    PlanComparisonController,
    DestinationsController,
    OpeningUndoingsController,
    PlanMapController,
  ],
  providers: [
    Boards,
    LeadsAlone,
    CarriedReviews,
    Forecasts,
    OpenedPlans,
    PlanEdits,
    PlanExplanations,
    PlanReviews,
    PlanLeads,
    PlanVersions,
    Plans,
    Preflights,
    RankingEvents,
    Recruitings,
    RunEvents,
    RunRequests,
    Runs,
    RunSweeper,
    SeatExplanations,
    SolveRunHandler,
    Scenarios,
    Studies,
    ...studyHandlers,
    Swaps,
    TermHomes,
    TermPlans,
    TermRunChoices,
    PlanComparisons,
    PlanMaps,
    WhatIfs,
    { provide: termFreezer, useValue: freezeTerm satisfies TermFreezer },
    {
      provide: RunChanges,
      inject: [queueRole, RateCappedErrors],
      useFactory: ({ databaseUrl }: QueueRole, errors: RateCappedErrors) =>
        new RunChanges(databaseUrl, (where, error) => errors.report(where, error)),
    },
  ],
  exports: [
    Forecasts,
    LeadsAlone,
    PlanExplanations,
    Plans,
    Recruitings,
    RunRequests,
    Runs,
    Scenarios,
    Studies,
  ],
})
export class AllocationsModule {}

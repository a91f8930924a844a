import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Response } from 'express';
import { Refuses } from '../../platform/openapi/refuses.js';
import { PlanId, PlanView } from '../plans/plan.schema.js';
import {
  EffectRequest,
  LeadParam,
  PlacesQuery,
  PlacesRequest,
  ReviewParam,
  VersionRequest,
} from './edit-request.schema.js';
import {
  PlanEffectView,
  PlanPlacesView,
  PlanVersionsView,
  type VersionsView,
} from './hand-view.schema.js';
import { type EffectView, type PlacesView } from './hand-view.js';
import { PlanEdits } from './plan-edits.service.js';
import { NoSuchPlan } from '../plans/plan-refusals.js';
import { PlanVersions } from './plan-versions.service.js';

const NoSuchSubject = Refuses(404, {
  NOT_FOUND: 'There is no review QAR-2026-0042 in the problem of this plan.',
});
const UnknownName = Refuses(422, {
  UNKNOWN_NAME:
    'An edit names a review or a person that the problem of this plan does not have. See errors.',
});
const PinIsHeld = Refuses(409, {
  PIN_IS_HELD: 'An edit unpins what was not pinned by hand. See errors.',
});
const places =
  'Every place while nobody else moves, in each window that the school accepts: permitted ones with what each aim gains or pays, refused ones with every rule against them. Any other window is refused because the school does not accept it; ask for its effect to hear so.';

@ApiTags('Plans')
@NoSuchPlan
@Refuses(409, {
  PLAN_IS_INFEASIBLE:
    'No plan keeps all pins, so there is nothing to edit. Drop one of the pins in its conflict and run again.',
})
@Controller('plans')
export class HandPlansController {
  constructor(
    private readonly edits: PlanEdits,
    private readonly versions: PlanVersions,
  ) {}

  @Post(':id/effect')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What edits would make of a plan; nothing is saved',
    description:
      'What each aim gains or pays, which rules break and which no longer do, and for each person whose seats change their load and travel before and after. Edits are made in their order. Nothing is solved.',
  })
  @ApiOkResponse({ standardSchema: PlanEffectView })
  @UnknownName
  @PinIsHeld
  @SerializeOptions({ schema: PlanEffectView })
  effect(
    @Param('id', { schema: PlanId }) id: string,
    @Body({ schema: EffectRequest }) { edits, after }: EffectRequest,
  ): Promise<EffectView> {
    return this.edits.effect(id, edits, after);
  }

  @Get(':id/reviews/:review/places')
  @ApiOperation({ summary: 'Who could have a review, and when', description: places })
  @ApiOkResponse({ standardSchema: PlanPlacesView })
  @NoSuchSubject
  @SerializeOptions({ schema: PlanPlacesView })
  placesOf(
    @Param('id', { schema: PlanId }) id: string,
    @Param('review', { schema: ReviewParam }) review: string,
    @Query({ schema: PlacesQuery }) { seat }: PlacesQuery,
  ): Promise<PlacesView> {
    return this.edits.places(id, { of: { review }, seat });
  }

  @Get(':id/lead-reviewers/:lead/places')
  @ApiOperation({
    summary: 'Which reviews a Lead Reviewer could have, and when',
    description: places,
  })
  @ApiOkResponse({ standardSchema: PlanPlacesView })
  @NoSuchSubject
  @SerializeOptions({ schema: PlanPlacesView })
  placesFor(
    @Param('id', { schema: PlanId }) id: string,
    @Param('lead', { schema: LeadParam }) lead: string,
    @Query({ schema: PlacesQuery }) { seat }: PlacesQuery,
  ): Promise<PlacesView> {
    return this.edits.places(id, { of: { lead }, seat });
  }

  @Post(':id/places')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Places after edits that are not saved yet',
    description: places,
  })
  @ApiOkResponse({ standardSchema: PlanPlacesView })
  @NoSuchSubject
  @UnknownName
  @PinIsHeld
  @SerializeOptions({ schema: PlanPlacesView })
  placesAfter(
    @Param('id', { schema: PlanId }) id: string,
    @Body({ schema: PlacesRequest }) { edits, seat, ...of }: PlacesRequest,
  ): Promise<PlacesView> {
    return this.edits.places(id, { of, seat, edits });
  }

  @Post(':id/versions')
  @ApiOperation({
    summary: 'Save a plan with edits, or as an earlier version was, as its next version',
    description:
      'The plan itself never changes. Refused with every broken rule in words, and when somebody saved a later version meanwhile: then `errors` tells what changed, `details` the newest version and the changes as data, and the same edits can be sent for that version.',
  })
  @ApiCreatedResponse({
    standardSchema: PlanView,
    headers: { Location: { description: "The version's address", schema: { type: 'string' } } },
  })
  @UnknownName
  @PinIsHeld
  @Refuses(409, {
    PLAN_HAS_NEWER_VERSION:
      'Version 4 of this plan was saved meanwhile by Operations; 2 reviews differ from version 3, which you edited. Nothing was saved or overwritten. See errors for what changed; to go on, send the same edits for plan 0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e22.',
    PLAN_BREAKS_RULES:
      'The plan was not saved: one rule is broken. See errors for each, and change the edits.',
  })
  @Refuses(422, {
    NOTHING_TO_SAVE: 'The plan would be as version 3 is, so there is nothing to save.',
    NO_SUCH_VERSION: 'There is no version 9 of this plan; choose one from 1 to 4.',
  })
  @SerializeOptions({ schema: PlanView })
  async save(
    @Param('id', { schema: PlanId }) id: string,
    @Body({ schema: VersionRequest }) request: VersionRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanView> {
    const saved = await this.versions.save(id, request);
    response.location(`/api/v1/plans/${saved.id}`);
    return saved;
  }

  @Get(':id/versions')
  @ApiOperation({
    summary: 'All versions of a plan, from the first to the newest, with what each changed',
  })
  @ApiOkResponse({ standardSchema: PlanVersionsView })
  @SerializeOptions({ schema: PlanVersionsView })
  list(@Param('id', { schema: PlanId }) id: string): Promise<VersionsView> {
    return this.versions.list(id);
  }
}

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { DateParam, TermId } from '../calendar/calendar.schema.js';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import {
  ClosureList,
  ClosureView,
  MembershipList,
  MembershipPeriod,
  NewClosure,
  SchoolEdit,
  SchoolPage,
  SchoolQuery,
  SchoolView,
  TermCalendarView,
  TermQuery,
  Urn,
  UrnFamily,
  WindowList,
} from './school.schema.js';
import { SchoolsService } from './schools.service.js';

const NoSuchSchool = Refuses(404, { NOT_FOUND: 'There is no school 100091.' });

@ApiTags('Schools')
@Controller()
export class SchoolsController {
  constructor(private readonly schools: SchoolsService) {}

  @Get('schools')
  @ApiOperation({
    summary: 'The register of schools, filtered and in pages',
    description: 'phase=NOT_KNOWN lists the schools whose phase operations must still enter.',
  })
  @ApiOkResponse({ standardSchema: SchoolPage })
  @Refuses(400, { BAD_CURSOR: 'The cursor is not the “next” of a page. Start without one.' })
  @SerializeOptions({ schema: SchoolPage })
  list(@Query({ schema: SchoolQuery }) query: SchoolQuery): Promise<SchoolPage> {
    return this.schools.list(query);
  }

  @Get('schools/:urn')
  @ApiOperation({ summary: 'A school, with its version as ETag' })
  @ApiOkResponse({ standardSchema: SchoolView })
  @NoSuchSchool
  @SerializeOptions({ schema: SchoolView })
  async get(
    @Param('urn', { schema: Urn }) urn: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SchoolView> {
    return tagged(await this.schools.get(urn), response);
  }

  @Patch('schools/:urn')
  @ApiOperation({
    summary: 'Change a school',
    description: 'Only the fields that are sent change.',
  })
  @ApiOkResponse({ standardSchema: SchoolView })
  @NoSuchSchool
  @Refuses(422, {
    HALF_A_POSITION: 'lat and lon belong together: give both or neither.',
    UNKNOWN_NEED: 'XYZ is not a need code. Use one of ASD, HI, MLD, SEMH.',
    UNKNOWN_REFERENCE: 'There is no such region. Correct it.',
    NAME_TAKEN:
      'Moor School, Hull is called “Moor” already. Choose another short name, such as one with the town.',
    PRECEDES_ITSELF: 'A school does not precede itself. Correct predecessorUrns.',
  })
  @SerializeOptions({ schema: SchoolView })
  async edit(
    @Param('urn', { schema: Urn }) urn: string,
    @IfMatch() version: number,
    @Body({ schema: SchoolEdit }) edit: SchoolEdit,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SchoolView> {
    return tagged(await this.schools.edit(urn, version, edit), response);
  }

  @Get('schools/:urn/family')
  @ApiOperation({
    summary: 'All URNs that the school has had or grew out of, itself included',
    description: 'Conflicts follow all of them.',
  })
  @ApiOkResponse({ standardSchema: UrnFamily })
  @NoSuchSchool
  @SerializeOptions({ schema: UrnFamily })
  family(@Param('urn', { schema: Urn }) urn: string): Promise<UrnFamily> {
    return this.schools.family(urn);
  }

  @Get('schools/:urn/windows')
  @ApiOperation({
    summary: 'Every window of a term for a school, usable or with the reason why not',
  })
  @ApiOkResponse({ standardSchema: WindowList })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @SerializeOptions({ schema: WindowList })
  windows(
    @Param('urn', { schema: Urn }) urn: string,
    @Query({ schema: TermQuery }) { term }: TermQuery,
  ): Promise<WindowList> {
    return this.schools.windows(urn, term);
  }

  @Get('schools/:urn/closures')
  @ApiOperation({
    summary: 'The days on which the school declared itself closed, with their version as ETag',
  })
  @ApiOkResponse({ standardSchema: ClosureList })
  @NoSuchSchool
  @SerializeOptions({ schema: ClosureList })
  async closures(
    @Param('urn', { schema: Urn }) urn: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ClosureList> {
    return tagged(await this.schools.closures(urn), response);
  }

  @Post('schools/:urn/closures')
  @ApiOperation({ summary: 'Declare a school closed from one day to another' })
  @ApiCreatedResponse({ standardSchema: ClosureView })
  @NoSuchSchool
  @Refuses(422, {
    CLOSURE_OVERLAPS:
      'The closure from 10 February 2027 to 12 February 2027 overlaps one declared before. Withdraw that first.',
  })
  @SerializeOptions({ schema: ClosureView })
  declareClosure(
    @Param('urn', { schema: Urn }) urn: string,
    @Body({ schema: NewClosure }) closure: NewClosure,
  ): Promise<ClosureView> {
    return this.schools.declareClosure(urn, closure);
  }

  @Delete('schools/:urn/closures/:from')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw the closure that begins on that day' })
  @ApiNoContentResponse()
  @Refuses(404, { NOT_FOUND: 'The school 100091 has no closure from 10 February 2027.' })
  withdrawClosure(
    @Param('urn', { schema: Urn }) urn: string,
    @Param('from', { schema: DateParam }) from: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.schools.withdrawClosure(urn, version, from);
  }

  @Get('schools/:urn/memberships')
  @ApiOperation({
    summary: 'When the school is and was a member of the partnership, with its version as ETag',
  })
  @ApiOkResponse({ standardSchema: MembershipList })
  @NoSuchSchool
  @SerializeOptions({ schema: MembershipList })
  async memberships(
    @Param('urn', { schema: Urn }) urn: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MembershipList> {
    return tagged(await this.schools.memberships(urn), response);
  }

  @Post('schools/:urn/memberships')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that the school is a member throughout a period' })
  @ApiOkResponse({ standardSchema: MembershipList })
  @NoSuchSchool
  @SerializeOptions({ schema: MembershipList })
  async admit(
    @Param('urn', { schema: Urn }) urn: string,
    @IfMatch() version: number,
    @Body({ schema: MembershipPeriod }) period: MembershipPeriod,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MembershipList> {
    return tagged(await this.schools.admit(urn, version, period), response);
  }

  @Post('schools/:urn/memberships/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that the school is no member throughout a period' })
  @ApiOkResponse({ standardSchema: MembershipList })
  @NoSuchSchool
  @SerializeOptions({ schema: MembershipList })
  async dismiss(
    @Param('urn', { schema: Urn }) urn: string,
    @IfMatch() version: number,
    @Body({ schema: MembershipPeriod }) period: MembershipPeriod,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MembershipList> {
    return tagged(await this.schools.dismiss(urn, version, period), response);
  }

  @Get('terms/:id/calendar')
  @ApiOperation({
    summary: 'The school weeks of a term and the windows closed for everybody',
    description: 'The weeks are those in which some member school has a usable window.',
  })
  @ApiOkResponse({ standardSchema: TermCalendarView })
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @SerializeOptions({ schema: TermCalendarView })
  termCalendar(@Param('id', { schema: TermId }) id: string): Promise<TermCalendarView> {
    return this.schools.termCalendar(id);
  }
}

function tagged<View extends { version: number }>(view: View, response: Response): View {
  response.setHeader('ETag', entityTag(view.version));
  return view;
}

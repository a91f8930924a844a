import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { allOrNone, onlyTried } from '../../platform/bulk/changes-of-many.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { LeadChanges, LeadChangesResult } from './lead-changes.schema.js';
import { changeLeads } from './lead-changes.js';

@ApiTags('Lead Reviewers')
@Controller('lead-reviewers/changes')
export class LeadChangesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What changes to many Lead Reviewers would do, and which are refused and why; nothing is kept',
  })
  @ApiOkResponse({ standardSchema: LeadChangesResult })
  @SerializeOptions({ schema: LeadChangesResult })
  preview(@Body({ schema: LeadChanges }) { items }: LeadChanges): Promise<LeadChangesResult> {
    return onlyTried(this.dataSource, (manager) => changeLeads(manager, items, this.author.name));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Change many Lead Reviewers in one transaction',
    description:
      'Dated facts, specialisms, contracts and agreed exceptions, each from the revision named. Where one is refused none is changed. `undo` holds the changes that bring back what was.',
  })
  @ApiOkResponse({ standardSchema: LeadChangesResult })
  @Refuses(409, {
    CHANGES_REFUSED:
      'Nothing was changed: one person cannot be changed so. See errors for each, and leave them out.',
  })
  @SerializeOptions({ schema: LeadChangesResult })
  save(@Body({ schema: LeadChanges }) { items }: LeadChanges): Promise<LeadChangesResult> {
    return allOrNone(this.dataSource, (manager) => changeLeads(manager, items, this.author.name), {
      count: (refused) => (refused === 1 ? 'one person' : `${refused} people`),
      what: 'be changed so',
      name: ({ lead, name }) => name ?? lead,
    });
  }
}

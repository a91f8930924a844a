import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { allOrNone, onlyTried } from '../../platform/bulk/changes-of-many.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { SchoolChanges, SchoolChangesResult } from './school-changes.schema.js';
import { changeSchools } from './school-changes.js';

@ApiTags('Schools')
@Controller('schools/changes')
export class SchoolChangesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly author: Author,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What changes to many schools would do, and which are refused and why; nothing is kept',
  })
  @ApiOkResponse({ standardSchema: SchoolChangesResult })
  @SerializeOptions({ schema: SchoolChangesResult })
  preview(@Body({ schema: SchoolChanges }) { items }: SchoolChanges): Promise<SchoolChangesResult> {
    return onlyTried(this.dataSource, (manager) => changeSchools(manager, items, this.author.name));
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Change many schools in one transaction',
    description:
      'Region, authority, trust, phase, term dates, status and membership, each from the revision named. Where one is refused none is changed. `undo` holds the changes that bring back what was.',
  })
  @ApiOkResponse({ standardSchema: SchoolChangesResult })
  @Refuses(409, {
    CHANGES_REFUSED:
      'Nothing was changed: one school cannot be changed so. See errors for each, and leave them out.',
  })
  @SerializeOptions({ schema: SchoolChangesResult })
  save(@Body({ schema: SchoolChanges }) { items }: SchoolChanges): Promise<SchoolChangesResult> {
    return allOrNone(
      this.dataSource,
      (manager) => changeSchools(manager, items, this.author.name),
      {
        count: (refused) => (refused === 1 ? 'one school' : `${refused} schools`),
        what: 'be changed so',
        name: ({ urn, name }) => name ?? urn,
      },
    );
  }
}

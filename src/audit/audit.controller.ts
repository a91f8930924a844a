import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditPage, AuditQuery } from './audit.schema.js';
import { AuditTrail } from './audit-trail.service.js';

@ApiTags('Audit')
@Controller('audit-entries')
export class AuditController {
  constructor(private readonly trail: AuditTrail) {}

  @Get()
  @ApiOperation({
    summary: 'Who changed what, when and why, the newest first, in pages',
    description:
      'One entry for each change of state, written together with it; entries are never changed or deleted. People are named by their references only: what was said about a person is kept with the fact itself.',
  })
  @ApiOkResponse({ standardSchema: AuditPage })
  @SerializeOptions({ schema: AuditPage })
  list(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.trail.list(query);
  }
}

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  SerializeOptions,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
import { KindList, kindList, MappingList, MappingRequest } from './column-mapping.schema.js';
import { ImportRequests } from './import-requests.service.js';
import { ImportId, KindName } from './import.schema.js';

@ApiTags('Imports')
@Controller('record-kinds')
export class RecordKindsController {
  @Get()
  @ApiOperation({
    summary: 'Every kind of record that can be imported and exported, with its columns',
  })
  @ApiOkResponse({ standardSchema: KindList })
  @SerializeOptions({ schema: KindList })
  list(): KindList {
    return kindList();
  }
}

@ApiTags('Imports')
@Controller('column-mappings')
export class ColumnMappingsController {
  constructor(private readonly requests: ImportRequests) {}

  @Get()
  @ApiOperation({ summary: 'Which headings of users’ own files stand for which of ours' })
  @ApiOkResponse({ standardSchema: MappingList })
  @SerializeOptions({ schema: MappingList })
  list(): Promise<MappingList> {
    return this.requests.mappings();
  }

  @Put(':kind')
  @ApiOperation({
    summary: 'Remembers a mapping for files with these very headings',
    description: 'Takes the place of what was remembered for the same headings.',
  })
  @ApiOkResponse({ standardSchema: MappingList })
  @Refuses(422, {
    UNKNOWN_COLUMN:
      '“Ref no” is mapped to “Number”, which is no column of Lead Reviewers. Its key is Reference; GET /api/v1/record-kinds lists all.',
  })
  @SerializeOptions({ schema: MappingList })
  remember(
    @Param('kind', { schema: KindName }) kind: string,
    @Body({ schema: MappingRequest }) request: MappingRequest,
  ): Promise<MappingList> {
    return this.requests.remember(kind, request);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forgets a mapping' })
  @ApiNoContentResponse()
  @Refuses(404, { NOT_FOUND: 'There is no column mapping 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10.' })
  forget(@Param('id', { schema: ImportId }) id: string): Promise<void> {
    return this.requests.forget(id);
  }
}

import { type IncomingMessage } from 'node:http';
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Req,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Problem } from '../../platform/problems/problem.js';
import { ImportRequests } from './import-requests.service.js';
import {
  ChangePage,
  ChangesQuery,
  ImportId,
  ImportPage,
  ImportView,
  KindList,
  kindList,
  KindName,
  MappingList,
  MappingRequest,
  PageQuery,
  UploadQuery,
} from './import.schema.js';
import { UPLOAD_TYPES } from './upload.js';

@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly requests: ImportRequests) {}

  @Post()
  @ApiOperation({
    summary: 'Sends a spreadsheet and shows what it would change',
    description:
      'The body is the file itself, CSV or XLSX, at most 100 MB. Nothing is changed yet: look at the changes, then apply. ' +
      'Rows that the file does not mention stay as they are; a column “Remove” with Yes takes a record away. ' +
      'The Department for Education’s “all establishment data” is recognised as downloaded.',
  })
  @ApiConsumes(...UPLOAD_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Up to 200 characters. The same file sent again under the same key is one import.',
  })
  @ApiCreatedResponse({ standardSchema: ImportView })
  @ApiUnprocessableEntityResponse({
    standardSchema: Problem,
    description: 'Every fault with sheet, row, column, value and what to do; at most 200',
  })
  @ApiConflictResponse({
    standardSchema: Problem,
    description: 'The rows together break a rule, or the key was used for another file',
  })
  @SerializeOptions({ schema: ImportView })
  dryRun(
    @Req() request: IncomingMessage,
    @Query({ schema: UploadQuery }) query: UploadQuery,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ImportView> {
    return this.requests.dryRun(request, query, key);
  }

  @Get()
  @ApiOperation({ summary: 'Imports, the newest first' })
  @ApiOkResponse({ standardSchema: ImportPage })
  @SerializeOptions({ schema: ImportPage })
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<ImportPage> {
    return this.requests.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'An import: its state and how much it changes' })
  @ApiOkResponse({ standardSchema: ImportView })
  @ApiNotFoundResponse({ standardSchema: Problem })
  @SerializeOptions({ schema: ImportView })
  get(@Param('id', { schema: ImportId }) id: string): Promise<ImportView> {
    return this.requests.get(id);
  }

  @Get(':id/changes')
  @ApiOperation({
    summary: 'What an import changes, record by record, before and after',
    description:
      'Also what follows from the file without standing in it, such as a period cut short.',
  })
  @ApiOkResponse({ standardSchema: ChangePage })
  @ApiNotFoundResponse({ standardSchema: Problem })
  @SerializeOptions({ schema: ChangePage })
  changes(
    @Param('id', { schema: ImportId }) id: string,
    @Query({ schema: ChangesQuery }) query: ChangesQuery,
  ): Promise<ChangePage> {
    return this.requests.changes(id, query);
  }

  @Post(':id/apply')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Writes what the dry run showed, all or nothing',
    description: 'Refused when the data has changed since, so that it would do something else.',
  })
  @ApiOkResponse({ standardSchema: ImportView })
  @ApiNotFoundResponse({ standardSchema: Problem })
  @ApiConflictResponse({ standardSchema: Problem, description: 'Applied already, or data changed' })
  @SerializeOptions({ schema: ImportView })
  apply(@Param('id', { schema: ImportId }) id: string): Promise<ImportView> {
    return this.requests.apply(id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Takes an import back as a whole',
    description: 'Refused, naming the records, where something was changed since or depends on it.',
  })
  @ApiOkResponse({ standardSchema: ImportView })
  @ApiNotFoundResponse({ standardSchema: Problem })
  @ApiConflictResponse({ standardSchema: Problem, description: 'Not applied, or changed since' })
  @SerializeOptions({ schema: ImportView })
  undo(@Param('id', { schema: ImportId }) id: string): Promise<ImportView> {
    return this.requests.undo(id);
  }
}

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
  @ApiUnprocessableEntityResponse({ standardSchema: Problem, description: 'No such column' })
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
  @ApiNotFoundResponse({ standardSchema: Problem })
  forget(@Param('id', { schema: ImportId }) id: string): Promise<void> {
    return this.requests.forget(id);
  }
}

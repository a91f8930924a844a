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
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
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

const RULE_BROKEN =
  'Reviews cannot be written: a school would have two reviews in one academic year (one that was removed counts, too). Key (urn, academic_year)=(100091, 2026/27) already exists. Correct the rows and import again.';

const BadSpreadsheet = Refuses(422, {
  BAD_SPREADSHEET: 'schools.csv, row 7, URN, “12345”: A URN has six digits. Correct it.',
});
const NoSuchImport = Refuses(404, {
  NOT_FOUND: 'There is no import 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10.',
});

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
  @ApiBody({
    schema: {
      type: 'string',
      format: 'binary',
      example: 'URN,Name,Town\r\n100091,Frank Barnes School for Deaf Children,London\r\n',
    },
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Up to 200 characters. The same file sent again under the same key is one import.',
  })
  @ApiCreatedResponse({ standardSchema: ImportView })
  @Refuses(400, {
    BAD_IDEMPOTENCY_KEY:
      'The Idempotency-Key must have 1 to 200 characters without spaces. A UUID will do.',
  })
  @Refuses(409, {
    RULE_BROKEN,
    KEY_REUSED: 'This Idempotency-Key was used for another file. Use a new key for a new file.',
  })
  @BadSpreadsheet
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
  @NoSuchImport
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
  @NoSuchImport
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
  @NoSuchImport
  @Refuses(409, {
    NOT_A_DRY_RUN: 'This import was applied already. Nothing was written.',
    DATA_CHANGED:
      'The data has changed since the dry run, so the import would do something else than it showed. Run the dry run again and look at the difference.',
    RULE_BROKEN,
    STILL_IN_USE:
      'LR-001 cannot be taken off Lead Reviewers: it still has reviews. Remove these first.',
  })
  @BadSpreadsheet
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
  @NoSuchImport
  @Refuses(409, {
    NOT_APPLIED: 'This import was never applied, so there is nothing to undo.',
    DATA_CHANGED:
      'The import cannot be undone: since then these were changed: Schools: 100091. Put them back first, or correct by a new import.',
    RULE_BROKEN,
    STILL_IN_USE:
      'LR-001 cannot be taken off Lead Reviewers: it still has reviews. Remove these first.',
  })
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

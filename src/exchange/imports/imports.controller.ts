import { type IncomingMessage } from 'node:http';
import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
import { ImportRequests } from './import-requests.service.js';
import { attachment, binary, XLSX } from '../exports/attachment.js';
import {
  ChangePage,
  ChangesQuery,
  ImportId,
  ImportPage,
  ImportView,
  PageQuery,
  RefusedPage,
  RowsQuery,
  SavedSinceView,
  UnchangedPage,
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

  @Get(':id/unchanged')
  @ApiOperation({ summary: 'Records that an import names and leaves as they are' })
  @ApiOkResponse({ standardSchema: UnchangedPage })
  @NoSuchImport
  @SerializeOptions({ schema: UnchangedPage })
  unchanged(
    @Param('id', { schema: ImportId }) id: string,
    @Query({ schema: RowsQuery }) query: RowsQuery,
  ): Promise<UnchangedPage> {
    return this.requests.unchanged(id, query);
  }

  @Get(':id/refused')
  @ApiOperation({ summary: 'Rows that were set aside, and what to mend in each' })
  @ApiOkResponse({ standardSchema: RefusedPage })
  @NoSuchImport
  @SerializeOptions({ schema: RefusedPage })
  refused(
    @Param('id', { schema: ImportId }) id: string,
    @Query({ schema: RowsQuery }) query: RowsQuery,
  ): Promise<RefusedPage> {
    return this.requests.refused(id, query);
  }

  @Get(':id/refused.xlsx')
  @ApiOperation({
    summary: 'The rows that were set aside as a workbook, to mend and send again',
    description: 'What to mend stands in the first column; the cells in question are coloured.',
  })
  @ApiOkResponse({ description: 'An XLSX workbook', content: { [XLSX]: binary } })
  @Refuses(404, { NOT_FOUND: 'No row of schools.csv was refused.' })
  async refusedWorkbook(@Param('id', { schema: ImportId }) id: string): Promise<StreamableFile> {
    return attachment(await this.requests.refusedWorkbook(id), XLSX, 'rows-to-mend.xlsx');
  }

  @Get(':id/saved-since')
  @ApiOperation({
    summary: 'What others imported since an import was compared',
    description: 'It may do something else by now: compare again. Empty once it is applied.',
  })
  @ApiOkResponse({ standardSchema: SavedSinceView })
  @NoSuchImport
  @SerializeOptions({ schema: SavedSinceView })
  savedSince(@Param('id', { schema: ImportId }) id: string): Promise<SavedSinceView> {
    return this.requests.savedSince(id);
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

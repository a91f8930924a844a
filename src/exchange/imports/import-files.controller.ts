import { type IncomingMessage } from 'node:http';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Refuses } from '../../platform/openapi/refuses.js';
import {
  ComparisonRequest,
  FileId,
  FileUploadQuery,
  ImportFileView,
  ImportSheetView,
  SheetNumber,
  SheetQuery,
} from './import-file.schema.js';
import { ImportFiles } from './import-files.service.js';
import { ImportView } from './import.schema.js';
import { UPLOAD_TYPES } from './upload.js';

const NoSuchFile = Refuses(404, {
  NOT_FOUND:
    'There is no file 0198f0a2-6c1e-7d2a-9f64-2f9d9a1c7b10: it was imported, or sent more than a week ago. Send it again.',
});

@ApiTags('Imports')
@Controller('import-files')
export class ImportFilesController {
  constructor(private readonly files: ImportFiles) {}

  @Post()
  @ApiOperation({
    summary: 'Sends a spreadsheet to be looked at before it is compared',
    description:
      'The body is the file itself, CSV or XLSX, at most 100 MB. It is kept until it is imported, at most a week.',
  })
  @ApiConsumes(...UPLOAD_TYPES)
  @ApiBody({
    schema: {
      type: 'string',
      format: 'binary',
      example: 'URN,Name,Town\r\n100091,Frank Barnes School for Deaf Children,London\r\n',
    },
  })
  @ApiCreatedResponse({ standardSchema: ImportFileView })
  @Refuses(422, {
    BAD_SPREADSHEET:
      'people.xlsx: This workbook is protected by a password. Save a copy without password.',
  })
  @SerializeOptions({ schema: ImportFileView })
  receive(
    @Req() request: IncomingMessage,
    @Query({ schema: FileUploadQuery }) query: FileUploadQuery,
  ): Promise<ImportFileView> {
    return this.files.receive(request, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A file that was sent, and how far it has been read' })
  @ApiOkResponse({ standardSchema: ImportFileView })
  @NoSuchFile
  @SerializeOptions({ schema: ImportFileView })
  get(@Param('id', { schema: FileId }) id: string): Promise<ImportFileView> {
    return this.files.get(id);
  }

  @Get(':id/sheets/:number')
  @ApiOperation({
    summary: 'What a sheet seems to hold: its kind, and each column with examples',
    description: 'With a kind: how its columns are understood if it is that.',
  })
  @ApiOkResponse({ standardSchema: ImportSheetView })
  @NoSuchFile
  @SerializeOptions({ schema: ImportSheetView })
  sheet(
    @Param('id', { schema: FileId }) id: string,
    @Param('number', { schema: SheetNumber }) number: number,
    @Query({ schema: SheetQuery }) { kind }: SheetQuery,
  ): Promise<ImportSheetView> {
    return this.files.sheet(id, number, kind);
  }

  @Post(':id/comparisons')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Compares a file with what is stored, as chosen sheet by sheet',
    description:
      'Nothing is changed yet. Rows with faults are set aside, each with what to mend; the others can be applied without them. Refused only where a sheet as a whole cannot be read.',
  })
  @ApiCreatedResponse({ standardSchema: ImportView })
  @NoSuchFile
  @Refuses(409, {
    RULE_BROKEN:
      'Reviews cannot be written: a school would have two reviews in one academic year (one that was removed counts, too). Correct the rows and import again.',
  })
  @Refuses(422, {
    BAD_SPREADSHEET:
      'People, row 1, Reference: Lead Reviewers need the column “Reference”, which was not found. Found in row 1: Ref no, Who. Is it “Ref no”? Then map “Ref no” to “Reference”.',
    UNKNOWN_COLUMN:
      '“Ref no” is mapped to “Number”, which is no column of Lead Reviewers. Its key is Reference; GET /api/v1/record-kinds lists all.',
  })
  @SerializeOptions({ schema: ImportView })
  compare(
    @Param('id', { schema: FileId }) id: string,
    @Body({ schema: ComparisonRequest }) request: ComparisonRequest,
  ): Promise<ImportView> {
    return this.files.compare(id, request);
  }
}

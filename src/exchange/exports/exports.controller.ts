import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Refuses } from '../../platform/openapi/refuses.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { ExchangeThreads } from '../exchange-threads.js';
import { kindNamed, recordKinds } from '../record-kinds.js';
import { attachment, binary, CSV, XLSX } from './attachment.js';

/** A kind and its form. */
export const ExportFile = z
  .string()
  .regex(/^[a-z-]+\.(csv|xlsx)$/u, 'must be a kind and .csv or .xlsx')
  .meta({
    description: `A kind and its form: ${recordKinds.map((kind) => kind.name).join(', ')}; .csv or .xlsx`,
    example: 'memberships.csv',
  });

@ApiTags('Exports')
@Controller('exports')
export class ExportsController {
  constructor(private readonly threads: ExchangeThreads) {}

  @Get('all.xlsx')
  @ApiOperation({
    summary: 'Everything in one workbook, a sheet for each kind',
    description: 'Importing it unchanged changes nothing.',
  })
  @ApiOkResponse({ description: 'An XLSX workbook', content: { [XLSX]: binary } })
  async all(): Promise<StreamableFile> {
    const kinds = recordKinds.map(({ name }) => name);
    const bytes = await this.threads.run('exportRecords', { kinds, form: 'xlsx' });
    return attachment(bytes, XLSX, 'all.xlsx');
  }

  @Get('template.xlsx')
  @ApiOperation({ summary: 'An empty workbook to fill in, with notes on every column' })
  @ApiOkResponse({ description: 'An XLSX workbook', content: { [XLSX]: binary } })
  async template(): Promise<StreamableFile> {
    return attachment(await this.threads.run('template', {}), XLSX, 'template.xlsx');
  }

  @Get(':file')
  @ApiOperation({
    summary: 'Every record of one kind, as CSV or XLSX',
    description:
      'CSV is UTF-8 with a byte order mark. Cells that a program could run as a formula begin with an apostrophe, which importing takes away again.',
  })
  @ApiOkResponse({
    description: 'The file',
    content: {
      'text/csv': { schema: { type: 'string' }, example: 'URN,From,To\r\n100091,2026-09-01,\r\n' },
      [XLSX]: binary,
    },
  })
  @Refuses(404, {
    NOT_FOUND: 'There is no kind of record called school. GET /api/v1/record-kinds lists all.',
  })
  async one(@Param('file', { schema: ExportFile }) file: string): Promise<StreamableFile> {
    const [name = '', form] = file.split('.');
    const kind = kindNamed(name);
    if (!kind) {
      throw new Refusal(
        'NOT_FOUND',
        `There is no kind of record called ${name}. GET /api/v1/record-kinds lists all.`,
      );
    }
    const asked = form === 'csv' ? 'csv' : 'xlsx';
    const bytes = await this.threads.run('exportRecords', { kinds: [name], form: asked });
    return attachment(bytes, asked === 'csv' ? CSV : XLSX, file);
  }
}

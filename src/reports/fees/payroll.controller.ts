import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { attachment, binary, CSV, XLSX } from '../../exchange/exports/attachment.js';
import { KeepsAnswer } from '../../platform/kept-answers/kept-answers.interceptor.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { AnswersWithTable, registerAttachment } from '../../registers/files/register-attachment.js';
import { FileForm } from '../../registers/files/register-file.schema.js';
import {
  BatchId,
  DueQuery,
  NewBatch,
  Payroll,
  PayrollBatch,
  PayrollBatchView,
  PayrollQuery,
  TakingBack,
} from './payroll.schema.js';
import { PayrollService } from './payroll.service.js';

const NoSuchBatch = Refuses(404, { NOT_FOUND: 'There is no such payroll batch.' });
const DayAhead = Refuses(422, {
  DAY_AHEAD: 'That day lies ahead: choose today or an earlier day.',
});

const exampleCsv =
  'Payroll 3\r\nLines: 1\r\n\r\nLead Reviewer,Reference,What,Amount in pounds\r\nAda Example,LR-001,Pay,537.92\r\n';

@ApiTags('Reports')
@Controller('reports/fees/payroll')
export class PayrollController {
  constructor(
    private readonly payroll: PayrollService,
    private readonly threads: SideThreads,
  ) {}

  @Get()
  @KeepsAnswer()
  @ApiOperation({
    summary: 'What would be handed to payroll next, and every batch there was',
    description:
      'Only seats of reviews done, each once; and what corrects amounts that were paid before.',
  })
  @ApiOkResponse({ standardSchema: Payroll })
  @DayAhead
  @SerializeOptions({ schema: Payroll })
  view(@Query({ schema: PayrollQuery }) query: PayrollQuery): Promise<Payroll> {
    return this.payroll.view(query);
  }

  @Get('files/:form')
  @ApiOperation({
    summary: 'What would be handed to payroll next, as CSV or XLSX to look at',
    description: 'No batch is made by it, and nothing in it counts as paid.',
  })
  @AnswersWithTable(exampleCsv.replace('Payroll 3', 'Due for payroll'))
  @DayAhead
  async dueFile(
    @Param('form', { schema: FileForm }) form: FileForm,
    @Query({ schema: DueQuery }) query: DueQuery,
  ): Promise<StreamableFile> {
    const { view, name } = await this.payroll.dueFile(query);
    return registerAttachment(this.threads, view, form, name);
  }

  @Post('batches')
  @ApiOperation({ summary: 'Make a batch of what is due, and keep it with its files' })
  @ApiCreatedResponse({ standardSchema: PayrollBatchView })
  @Refuses(409, {
    CHANGED_SINCE:
      'Something was recorded since you looked: the batch would be another one now. Look again.',
  })
  @Refuses(422, {
    NOTHING_DUE:
      'Nothing is due: every review done up to that day is paid, or its amount is not known.',
    DAY_AHEAD: 'That day lies ahead: choose today or an earlier day.',
  })
  @SerializeOptions({ schema: PayrollBatchView })
  make(@Body({ schema: NewBatch }) body: NewBatch): Promise<PayrollBatchView> {
    return this.payroll.make(body);
  }

  @Get('batches/:batch')
  @KeepsAnswer()
  @ApiOperation({ summary: 'A batch with its lines, as they were made' })
  @ApiOkResponse({ standardSchema: PayrollBatchView })
  @NoSuchBatch
  @SerializeOptions({ schema: PayrollBatchView })
  batch(@Param('batch', { schema: BatchId }) id: string): Promise<PayrollBatchView> {
    return this.payroll.batch(id);
  }

  @Get('batches/:batch/files/:form')
  @ApiOperation({ summary: 'The file of a batch, the very bytes that were made with it' })
  @ApiOkResponse({
    description: 'The file',
    content: { 'text/csv': { schema: { type: 'string' }, example: exampleCsv }, [XLSX]: binary },
  })
  @NoSuchBatch
  async file(
    @Param('batch', { schema: BatchId }) id: string,
    @Param('form', { schema: FileForm }) form: FileForm,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.payroll.file(id, form);
    return attachment(bytes, form === 'csv' ? CSV : XLSX, name);
  }

  @Post('batches/:batch/sending')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark a batch as sent: from then on it stays, and is only corrected by later ones',
  })
  @ApiOkResponse({ standardSchema: PayrollBatch })
  @NoSuchBatch
  @Refuses(409, { BATCH_TAKEN_BACK: 'Payroll 3 was taken back already.' })
  @SerializeOptions({ schema: PayrollBatch })
  markSent(@Param('batch', { schema: BatchId }) id: string): Promise<PayrollBatch> {
    return this.payroll.markSent(id);
  }

  @Post('batches/:batch/taking-back')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a whole batch back; what it paid is due again' })
  @ApiOkResponse({ standardSchema: PayrollBatch })
  @NoSuchBatch
  @Refuses(409, {
    BATCH_SENT:
      'Payroll 3 was marked as sent and stays. What is wrong in it is corrected by the next one.',
    BATCH_TAKEN_BACK: 'Payroll 3 was taken back already.',
    BATCH_FOLLOWED: 'A later payroll corrects lines of payroll 3. Take that one back first.',
  })
  @SerializeOptions({ schema: PayrollBatch })
  takeBack(
    @Param('batch', { schema: BatchId }) id: string,
    @Body({ schema: TakingBack }) { reason }: TakingBack,
  ): Promise<PayrollBatch> {
    return this.payroll.takeBack(id, reason);
  }
}

import { Body, Controller, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { loadRegister } from '../loaded-register.js';
import { type RegisterName, RegisterParam } from '../register.schema.js';
import { type RegisterColumn } from '../register-column.js';
import { FileForm, FileRequest } from './register-file.schema.js';
import { AnswersWithTable, registerAttachment } from './register-attachment.js';
import { type RegisterView } from './register-file.js';

const exampleCsv =
  'Schools\r\n1 of 480 schools\r\nRegion is London\r\nMade on 21 December 2026, 09:30 by Ruth Ellison\r\n\r\n' +
  'School,Region\r\nFrank Barnes School for Deaf Children,London\r\n';

@ApiTags('Registers')
@Controller('registers')
export class RegisterFilesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
    private readonly threads: SideThreads,
  ) {}

  @Post(':register/files/:form')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A view of a register as CSV or XLSX: exactly these rows and columns, in this order',
    description:
      'The values are read anew. Rows that are gone by now are left out, which the file says. CSV begins with lines that say what it shows and when it was made; a workbook has a sheet for that.',
  })
  @AnswersWithTable(exampleCsv)
  @Refuses(404, { NOT_FOUND: 'There is no term spring-2027.' })
  @Refuses(422, {
    TERM_MISSING: 'This register is one of a term. Say of which.',
    UNKNOWN_COLUMN: 'This register has no column colour. Use the keys of its columns.',
    TERM_WITHOUT_WEEKS:
      'Spring 2027 has no week in which a school could be reviewed. Check the term’s dates and the school calendars.',
  })
  async file(
    @Param('register', { schema: RegisterParam }) register: RegisterName,
    @Param('form', { schema: FileForm }) form: FileForm,
    @Body({ schema: FileRequest }) request: FileRequest,
  ): Promise<StreamableFile> {
    const view = await this.view(register, request);
    const name = `${register}-${this.clock.today()}`;
    return registerAttachment(this.threads, view, form, name);
  }

  private async view(register: RegisterName, request: FileRequest): Promise<RegisterView> {
    const { term, scope, chosenBy } = request;
    const loaded = await this.dataSource.transaction('REPEATABLE READ', (manager) =>
      loadRegister(manager, { register, term, scope }, this.clock.today()),
    );
    const rows = request.rows.map((id) => loaded.rows.get(id)).filter((row) => row !== undefined);
    const gone = request.rows.length - rows.length;
    return {
      title: loaded.title,
      noun: loaded.noun,
      columns: request.columns.map((key) => columnOf(loaded.columns, key)),
      rows,
      total: loaded.rows.size,
      chosenBy,
      notes: [
        ...(loaded.notes ?? []),
        ...(gone === 0 ? [] : [`${gone} that the screen showed are gone by now and left out`]),
        ...(loaded.isInvented ? ['Some of this is invented, for demonstration'] : []),
      ],
      author: this.author.name,
      madeAt: this.clock.now(),
    };
  }
}

function columnOf(columns: readonly RegisterColumn[], key: string): RegisterColumn {
  const found = columns.find((column) => column.key === key);
  if (found !== undefined) return found;
  throw new Refusal(
    'UNKNOWN_COLUMN',
    `This register has no column ${key}. Use the keys of its columns.`,
  );
}

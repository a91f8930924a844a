import { applyDecorators, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { attachment, binary, CSV, XLSX } from '../../exchange/exports/attachment.js';
import { sideWork, type SideThreads } from '../../platform/threads/side-threads.js';
import { registerCsv, type RegisterView, registerWorkbook } from './register-file.js';

const MODULE = './register-file.js';
/** Written in a thread beside the one that answers: a spreadsheet takes a tenth of a second and more. */
export const registerWorkbookAside = sideWork(import.meta.url, MODULE, registerWorkbook);
const registerCsvAside = sideWork(import.meta.url, MODULE, registerCsv);

/** Up to so many rows are CSV in less time than they take to cross over. */
const FEW_ROWS = 500;

/** A table as the file that was asked for. @param name without its ending */
export async function registerAttachment(
  threads: SideThreads,
  view: RegisterView,
  form: 'csv' | 'xlsx',
  name: string,
): Promise<StreamableFile> {
  if (form === 'xlsx') {
    return attachment(await threads.run(registerWorkbookAside, view), XLSX, `${name}.xlsx`);
  }
  const isShort = view.rows.length <= FEW_ROWS;
  const csv = isShort ? registerCsv(view) : await threads.run(registerCsvAside, view);
  return attachment(csv, CSV, `${name}.csv`);
}

/** That a route answers with a table as CSV or XLSX. @param exampleCsv how such a file begins */
export function AnswersWithTable(exampleCsv: string): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({
      description: 'The file',
      content: {
        'text/csv': { schema: { type: 'string' }, example: exampleCsv },
        [XLSX]: binary,
      },
    }),
  );
}

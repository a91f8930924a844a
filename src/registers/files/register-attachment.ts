import { applyDecorators, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { attachment, binary, CSV, XLSX } from '../../exchange/exports/attachment.js';
import { registerCsv, type RegisterView, registerWorkbook } from './register-file.js';

/** A table as the file that was asked for. @param name without its ending */
export async function registerAttachment(
  view: RegisterView,
  form: 'csv' | 'xlsx',
  name: string,
): Promise<StreamableFile> {
  return form === 'csv'
    ? attachment(registerCsv(view), CSV, `${name}.csv`)
    : attachment(await registerWorkbook(view), XLSX, `${name}.xlsx`);
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

import { StreamableFile } from '@nestjs/common';

/** Media types of what is exported. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/** The schema of bytes in the API's description. */
export const binary = { schema: { type: 'string', format: 'binary' } };

/** A file that browsers save under its name. */
export function attachment(
  content: Uint8Array | string,
  type: string,
  name: string,
): StreamableFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"` });
}

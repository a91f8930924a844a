import { type IncomingMessage } from 'node:http';
import { MOST_FILE_BYTES, tooBig } from '../reading/read-file.js';
import { type NamedFile } from '../reading/table.js';

/** What an upload may be sent as. */
export const UPLOAD_TYPES = [
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'application/octet-stream',
] as const;

/**
 * The body of a request as a file, read no further than the limit.
 *
 * @throws {BadSpreadsheet} when it is bigger than 100 MB; by its declared length before it is read
 */
export async function receivedFile(request: IncomingMessage, fileName: string): Promise<NamedFile> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_FILE_BYTES) throw tooBig(fileName);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_FILE_BYTES) throw tooBig(fileName);
    chunks.push(chunk);
  }
  return { name: fileName, bytes: Buffer.concat(chunks) };
}

import { type EntityManager } from 'typeorm';

/** How far a file has been read and compared. */
export interface ImportProgress {
  /** What is being done, as in "Comparing Schools". */
  words: string;
  /** Of `total`, such as rows; null where there is nothing to count. */
  done: number | null;
  total: number | null;
}

export type ProgressListener = (progress: ImportProgress) => void;

/** Progress is written at most so often, in milliseconds: people look, nothing else depends on it. */
const EACH_MS = 250;

/** A file that nothing was heard of for so long is not being read any more: its process ended. */
const SILENT_SECONDS = 120;

/** Keeps the progress of a file where every process can see it. */
export class KeptProgress {
  private last: Promise<unknown> = Promise.resolve();
  private toldAt = 0;

  constructor(
    private readonly manager: EntityManager,
    private readonly fileId: string,
  ) {}

  readonly tell: ProgressListener = ({ words, done, total }) => {
    if (Date.now() - this.toldAt < EACH_MS && done !== null) return;
    this.toldAt = Date.now();
    const written = this.manager.query(
      `INSERT INTO import_progress (file_id, words, done, total) VALUES ($1, $2, $3, $4)
       ON CONFLICT (file_id) DO UPDATE
         SET words = EXCLUDED.words, done = EXCLUDED.done, total = EXCLUDED.total, at = clock_timestamp()`,
      [this.fileId, words, done, total],
    );
    // Progress that cannot be written must not end what goes on.
    this.last = Promise.all([this.last, written]).catch(() => undefined);
  };

  /** Nothing goes on any more. */
  async end(): Promise<void> {
    await this.last;
    await this.manager.query('DELETE FROM import_progress WHERE file_id = $1', [this.fileId]);
  }
}

/** What goes on with a file; undefined when nothing does. */
export async function progressOf(
  manager: EntityManager,
  fileId: string,
): Promise<ImportProgress | undefined> {
  const rows: ImportProgress[] = await manager.query(
    `SELECT words, done, total FROM import_progress
     WHERE file_id = $1 AND at > clock_timestamp() - make_interval(secs => $2)`,
    [fileId, SILENT_SECONDS],
  );
  return rows[0];
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { changedValues } from './changed-values.js';
import { type AuditPage, type AuditQuery } from './audit.schema.js';

type Row = Omit<AuditPage['items'][number], 'recordedAt' | 'changes'> & { recordedAt: Date };

/** Looking at the audit trail. Nothing changes it. */
@Injectable()
export class AuditTrail {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. Every filter that is left out lets all pass. */
  async list(query: AuditQuery): Promise<AuditPage> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT id, recorded_at AS "recordedAt", actor, action, subject, subject_id AS "subjectId",
              before, after, reason
       FROM audit_entry
       WHERE ($1::text[] IS NULL OR subject = ANY ($1)) AND ($2::text IS NULL OR subject_id = $2)
         AND ($3::text IS NULL OR actor = $3) AND ($4::text IS NULL OR action = $4)
         AND ($5::timestamptz IS NULL OR recorded_at >= $5)
         AND ($6::timestamptz IS NULL OR recorded_at < $6)
         AND ($7::bigint IS NULL OR id < $7)
       ORDER BY id DESC LIMIT $8`,
      [
        query.subject?.split(',') ?? null,
        query.subjectId ?? null,
        query.actor ?? null,
        query.action ?? null,
        query.from ?? null,
        query.to ?? null,
        query.cursor ?? null,
        query.limit + 1,
      ],
    );
    const shown = rows.slice(0, query.limit);
    return {
      items: shown.map((row) => ({
        ...row,
        recordedAt: row.recordedAt.toISOString(),
        changes: changedValues(row),
      })),
      next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit } from '../../audit/audit.js';
import { firstDay, lastDay } from '../../calendar/slots.js';
import { slotInWords } from '../../calendar/words.js';
import { counted } from '../../allocations/summary/phrases.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { inTurns } from '../../platform/turns.js';
import { SideThreads } from '../../platform/threads/side-threads.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { loadPaidSeats } from './load-costs.js';
import { dueLines, type DueLine } from './payroll-due.js';
import { dueAsTable, type FileLine, payrollFiles } from './payroll-file.js';
import {
  batchById,
  type LineToStore,
  linesOf,
  lockPayroll,
  paidSoFar,
  payrollBatches,
  storeBatch,
} from './payroll-store.js';
import {
  type DueQuery,
  FIRST_LINES,
  type NewBatch,
  type Payroll,
  type PayrollBatch,
  type PayrollBatchView,
  type PayrollLine,
  type PayrollQuery,
} from './payroll.schema.js';
import { snapshotInstant } from '../moment.js';
import { pounds } from './pounds.js';

/** What is handed to payroll: every seat that was done, once, and what corrects it later. */
@Injectable()
export class PayrollService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
    private readonly threads: SideThreads,
  ) {}

  /** What would be handed over next, and every batch there was. */
  view(query: PayrollQuery): Promise<Payroll> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { next } = await this.dueNow(manager, query);
      const shown = query.lines === 'FIRST' ? next.lines.slice(0, FIRST_LINES) : next.lines;
      return { next: { ...next, lines: shown }, batches: await payrollBatches(manager) };
    });
  }

  /** What would be handed over next, as a table; no batch is made. */
  dueFile(query: DueQuery): Promise<{ view: RegisterView; name: string }> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { due, next, corrections } = await this.dueNow(manager, query);
      const view = dueAsTable(withDays(due, next.lines), {
        upTo: next.upTo,
        author: this.author.name,
        madeAt: this.clock.now(),
        notes: [
          next.words,
          `Corrections of what was paid before: ${corrections ? 'with them' : 'left out'}`,
          ...inventedNote(due),
        ],
      });
      return { view, name: `payroll-due-${next.upTo}` };
    });
  }

  /**
   * @throws Refusal when nothing is due, the day lies ahead, or it is another batch than was looked at
   */
  make({ upTo, corrections, seen }: NewBatch): Promise<PayrollBatchView> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const knownAt = await lockPayroll(manager);
      const day = this.dayOf(upTo);
      const due = await this.due(manager, knownAt, { upTo: day, corrections });
      const next = await nextOf(due, day);
      if (seen !== undefined && seen !== next.seen) {
        throw new Refusal(
          'CHANGED_SINCE',
          'Something was recorded since you looked: the batch would be another one now. Look again.',
          409,
        );
      }
      if (due.length === 0) {
        throw new Refusal(
          'NOTHING_DUE',
          'Nothing is due: every review done up to that day is paid, or its amount is not known.',
        );
      }
      const author = this.author.name;
      const { id, number } = await storeBatch(manager, {
        upTo: day,
        pence: next.pence,
        author,
        lines: due.map((line, index) => toStore(line, next.lines[index])),
        files: (given) =>
          payrollFiles(this.threads, given, withDays(due, next.lines), {
            upTo: day,
            author,
            madeAt: this.clock.now(),
            notes: inventedNote(due),
          }),
      });
      await this.trace(manager, 'payroll made', number, {
        upTo: day,
        pence: next.pence,
        lines: due.length,
      });
      return { batch: await batchById(manager, id), items: await linesOf(manager, id) };
    });
  }

  /** @throws Refusal when there is no such batch */
  async batch(id: string): Promise<PayrollBatchView> {
    const { manager } = this.dataSource;
    return { batch: await batchById(manager, id), items: await linesOf(manager, id) };
  }

  /** The very bytes that were made with the batch. @throws Refusal when there is no such batch */
  async file(id: string, form: 'csv' | 'xlsx'): Promise<{ name: string; bytes: Buffer }> {
    const { number } = await batchById(this.dataSource.manager, id);
    const [row] = await this.dataSource.query<{ bytes: Buffer }[]>(
      `SELECT ${form} AS bytes FROM payroll_batch WHERE id = $1`,
      [id],
    );
    return { name: `payroll-${number}.${form}`, bytes: row?.bytes ?? Buffer.alloc(0) };
  }

  /** @throws Refusal when there is no such batch, or it was taken back */
  markSent(id: string): Promise<PayrollBatch> {
    return this.changing(id, async (manager, batch) => {
      if (batch.state === 'SENT') return;
      if (batch.state === 'TAKEN_BACK') throw takenBack(batch);
      await manager.query(
        'UPDATE payroll_batch SET sent_at = clock_timestamp(), sent_by = $2 WHERE id = $1',
        [id, this.author.name],
      );
      await this.trace(manager, 'payroll marked as sent', batch.number, {});
    });
  }

  /** @throws Refusal when there is no such batch, it was sent or taken back, or a later one corrects it */
  takeBack(id: string, reason: string): Promise<PayrollBatch> {
    return this.changing(id, async (manager, batch) => {
      if (batch.state === 'TAKEN_BACK') throw takenBack(batch);
      if (batch.state === 'SENT') {
        throw new Refusal(
          'BATCH_SENT',
          `Payroll ${batch.number} was marked as sent and stays. What is wrong in it is corrected by the next one.`,
          409,
        );
      }
      if (!batch.canBeTakenBack) {
        throw new Refusal(
          'BATCH_FOLLOWED',
          `A later payroll corrects lines of payroll ${batch.number}. Take that one back first.`,
          409,
        );
      }
      await manager.query(
        `UPDATE payroll_batch SET taken_back_at = clock_timestamp(), taken_back_by = $2, reason = $3
         WHERE id = $1`,
        [id, this.author.name, reason],
      );
      await this.trace(manager, 'payroll taken back', batch.number, {}, reason);
    });
  }

  private changing(
    id: string,
    change: (manager: EntityManager, batch: PayrollBatch) => Promise<void>,
  ): Promise<PayrollBatch> {
    return this.dataSource.transaction(async (manager) => {
      await lockPayroll(manager);
      await change(manager, await batchById(manager, id));
      return batchById(manager, id);
    });
  }

  /** What is due as things stand, with whether corrections are among it. */
  private async dueNow(
    manager: EntityManager,
    query: DueQuery,
  ): Promise<{ due: DueLine[]; next: Payroll['next']; corrections: boolean }> {
    const upTo = this.dayOf(query.upTo);
    const corrections = query.corrections !== 'false';
    const due = await this.due(manager, await snapshotInstant(manager), { upTo, corrections });
    return { due, next: await nextOf(due, upTo), corrections };
  }

  private async due(
    manager: EntityManager,
    knownAt: string,
    wanted: { upTo: string; corrections: boolean },
  ): Promise<DueLine[]> {
    const seats = await loadPaidSeats(manager, null, { asAt: this.clock.today(), knownAt });
    return dueLines(seats, await paidSoFar(manager, knownAt), wanted);
  }

  private dayOf(upTo: string | undefined): string {
    const today = this.clock.today();
    if (upTo === undefined || upTo <= today) return upTo ?? today;
    throw new Refusal('DAY_AHEAD', 'That day lies ahead: choose today or an earlier day.');
  }

  private trace(
    manager: EntityManager,
    action: string,
    number: number,
    after: object,
    reason?: string,
  ): Promise<void> {
    return recordAudit(manager, {
      actor: this.author.name,
      action,
      subject: 'payroll',
      subjectId: String(number),
      after,
      reason,
    });
  }
}

function inventedNote(due: readonly DueLine[]): string[] {
  return due.some(({ seat }) => seat.synthetic)
    ? ['Some of this is invented, for demonstration']
    : [];
}

function takenBack({ number }: PayrollBatch): Refusal {
  return new Refusal('BATCH_TAKEN_BACK', `Payroll ${number} was taken back already.`, 409);
}

async function nextOf(due: readonly DueLine[], upTo: string): Promise<Payroll['next']> {
  let position = 0;
  const lines = await inTurns(due, (line) => lineOf(line, ++position));
  const pence = lines.reduce((sum, line) => sum + line.pence, 0);
  const corrections = due.filter(({ follows }) => follows !== null).length;
  const pays = lines.length - corrections;
  return {
    upTo,
    lines,
    of: lines.length,
    pence,
    corrections,
    seen: createHash('sha256')
      .update(lines.map(({ seat, pence: own }) => `${seat} ${own}`).join('\n'))
      .digest('hex'),
    words:
      lines.length === 0
        ? 'Nothing is due.'
        : `${counted(lines.length, 'line')}, ${pounds(pence)}: ${counted(pays, 'seat')} to pay, ${corrections === 0 ? 'no corrections' : counted(corrections, 'correction')}.`,
  };
}

function lineOf({ seat, pence, follows, paid, due }: DueLine, position: number): PayrollLine {
  const how = seat.cost.parts.map(({ words }) => words).join('; ');
  return {
    position,
    seat: seat.id ?? '',
    kind: follows === null ? 'PAY' : 'CORRECTION',
    pence,
    lead: seat.lead,
    name: seat.name,
    review: seat.review,
    school: seat.school,
    when: slotInWords(seat.week, seat.window),
    words:
      follows === null
        ? how
        : `${pounds(paid)} was paid, ${pounds(due)} is due${due === 0 ? ': not led after all' : `: ${how}`}`,
  };
}

/** For the files: each line with the days of its review. */
function withDays(due: readonly DueLine[], lines: readonly PayrollLine[]): FileLine[] {
  return due.flatMap(({ seat }, index) => {
    const line = lines[index];
    return line === undefined
      ? []
      : [{ ...line, firstDay: firstDay(seat), lastDay: lastDay(seat) }];
  });
}

function toStore({ follows }: DueLine, line: PayrollLine | undefined): LineToStore {
  if (line === undefined) throw new Error('Every line that is due is told.');
  const { seat, pence, kind, lead, name, review, school, when, words } = line;
  const told = { kind, lead, name, review, school, when, words };
  return { seat, pence, follows, told };
}

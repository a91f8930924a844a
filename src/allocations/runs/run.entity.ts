import { type EngineName } from '../../solver/solve.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AimProgress } from './aim-progress.js';
import { type CancelMode, type RunState } from './run-state.js';

/** A solve over a frozen problem; the truth about a run is this row, the queue only delivers it. */
@Entity('allocation_run')
export class AllocationRun {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  /** For people: the problem's name. */
  @Column('text')
  name!: string;

  @Column('text', { name: 'term_id', nullable: true })
  termId!: string | null;

  @Column('text', { name: 'problem_sha256' })
  problemSha256!: string;

  @Column('text', { name: 'policy_name' })
  policyName!: string;

  @Column('text')
  engine!: EngineName;

  @Column('integer')
  seed!: number;

  @Column('text', { name: 'solver_version' })
  solverVersion!: string;

  /** Deterministic units of work; null: no limit. */
  @Column('bigint', { name: 'max_work', nullable: true })
  maxWork!: number | null;

  @Column('text', { default: 'QUEUED' })
  state!: RunState;

  /** Raised each time a worker takes the run up; a worker whose attempt is another may write nothing. */
  @Column('integer', { default: 0 })
  attempt!: number;

  /** How often the run was handed to the queue; names the job. */
  @Column('integer', { default: 1 })
  deliveries!: number;

  /** Raised by the database with each change that people see. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column('text', { name: 'cancel_mode', nullable: true })
  cancelMode!: CancelMode | null;

  @Column('jsonb', { default: [] })
  progress!: AimProgress[];

  /** Why the run failed, a sentence for people; null unless it did. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  @Column('text', { name: 'request_sha256', nullable: true })
  requestSha256!: string | null;

  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'requested_at', default: () => 'clock_timestamp()' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'heartbeat_at', nullable: true })
  heartbeatAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

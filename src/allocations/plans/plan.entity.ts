import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Plan, type PlanStatus } from '../../solver/plan.js';

/** What a run yielded, or what somebody made of another plan by hand; never changed or deleted. */
@Entity('plan')
export class StoredPlan {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  /** At most one plan a run; null for a plan made by hand, which has a parent or begins a line of its own. */
  @Column('uuid', { name: 'run_id', nullable: true })
  runId!: string | null;

  /** The version before; at most one version goes on from each. */
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text', { name: 'term_id', nullable: true })
  termId!: string | null;

  /** 1 for a run's own plan and one begun by hand, one more with each version. */
  @Column('integer')
  version!: number;

  @Column('text', { name: 'problem_sha256' })
  problemSha256!: string;

  @Column('text')
  status!: PlanStatus;

  @Column('jsonb')
  content!: Plan;

  @Column('text')
  author!: string;

  /** What the author of a version wrote about it. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

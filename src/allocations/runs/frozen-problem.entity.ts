import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The exact bytes that were solved, named by their SHA-256; never changed or deleted. */
@Entity('frozen_problem')
export class FrozenProblem {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  name!: string;

  @Column('bytea')
  bytes!: Buffer;

  /** What the problem's references mean to people, and what was left out of it and why. */
  @Column('jsonb')
  context!: Record<string, unknown>;

  /** The same problem without what was pinned by hand, by its hash; null: nothing was. */
  @Column('text', { name: 'unpinned_sha256', nullable: true })
  unpinnedSha256!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A call for availability: one a term, with the instant by which answers are wanted. */
@Entity('availability_round')
export class AvailabilityRoundEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ name: 'term_id', type: 'text' })
  termId!: string;

  /** Civil date. */
  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Column({ name: 'deadline_at', type: 'timestamptz' })
  deadlineAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}

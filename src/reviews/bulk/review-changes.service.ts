import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Author } from '../../platform/author.js';
import { allOrNone, onlyTried } from '../../platform/bulk/changes-of-many.js';
import { Clock } from '../../platform/clock.js';
import { settingsOn } from '../../settings/settings.js';
import { changeReviews } from './review-changes.js';
import { type ReviewChange, type ReviewChangesResult } from './review-changes.schema.js';

/** Changing many reviews in one transaction, or only trying to. */
@Injectable()
export class BulkReviewChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** What the changes would do, and which are refused; nothing is kept. */
  preview(items: readonly ReviewChange[]): Promise<ReviewChangesResult> {
    return onlyTried(this.dataSource, (manager) => this.change(manager, items));
  }

  /** @throws Refusal when one of them is refused: then none is kept */
  save(items: readonly ReviewChange[]): Promise<ReviewChangesResult> {
    return allOrNone(this.dataSource, (manager) => this.change(manager, items), {
      count: (refused) => (refused === 1 ? 'one review' : `${refused} reviews`),
      what: 'be changed so',
      name: ({ review, school }) => school ?? review,
    });
  }

  private async change(
    manager: EntityManager,
    items: readonly ReviewChange[],
  ): Promise<ReviewChangesResult> {
    const today = this.clock.today();
    const settings = await settingsOn(manager, today);
    return changeReviews(manager, items, { author: this.author.name, today, settings });
  }
}

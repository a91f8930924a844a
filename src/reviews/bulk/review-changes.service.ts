import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { settingsOn } from '../../settings/settings.js';
import { changeReviews } from './review-changes.js';
import { type ReviewChange, type ReviewChangesResult } from './review-changes.schema.js';

/** Carries the answer out of a transaction that is taken back. */
class Taken extends Error {
  constructor(readonly result: ReviewChangesResult) {
    super('Only tried');
  }
}

/** Changing many reviews in one transaction, or only trying to. */
@Injectable()
export class BulkReviewChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** What the changes would do, and which are refused; nothing is kept. */
  async preview(items: readonly ReviewChange[]): Promise<ReviewChangesResult> {
    try {
      return await this.dataSource.transaction(async (manager) => {
        throw new Taken(await this.change(manager, items));
      });
    } catch (error) {
      if (error instanceof Taken) return error.result;
      throw error;
    }
  }

  /** @throws Refusal when one of them is refused: then none is kept */
  save(items: readonly ReviewChange[]): Promise<ReviewChangesResult> {
    return this.dataSource.transaction(async (manager) => {
      const result = await this.change(manager, items);
      if (result.refused > 0) throw refusedWith(result);
      return result;
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

function refusedWith({ items, refused }: ReviewChangesResult): Refusal {
  const faults = items.flatMap(({ review, school, refusal }, index) =>
    refusal === null
      ? []
      : [{ pointer: `#/items/${index}`, field: school ?? review, message: refusal.message }],
  );
  const what = refused === 1 ? 'one review cannot' : `${refused} reviews cannot`;
  return new Refusal(
    'CHANGES_REFUSED',
    `Nothing was changed: ${what} be changed so. See errors for each, and leave them out.`,
    409,
    faults.slice(0, 100),
  );
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { Refusal } from '../platform/problems/refusal.js';
import type { NewFact, Retraction } from './facts.schema.js';
import { moveHome } from './move-home.js';
import { recordFact, retract } from './record-facts.js';
import { changeReviewer, register, registeredReviewers, reviewerByCode } from './register.js';
import type {
  Changed,
  FactsView,
  NewReviewer,
  ReviewerEdit,
  ReviewerPage,
  ReviewerQuery,
  ReviewerView,
} from './reviewer.schema.js';
import { changeLead, revisionOf } from './revisions.js';
import { storedReviewers } from './stored-facts.js';

/** Use cases about Lead Reviewers, each one transaction. */
@Injectable()
export class ReviewersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  async list({ cursor, limit, ...filter }: ReviewerQuery): Promise<ReviewerPage> {
    const found = await registeredReviewers(this.dataSource.manager, {
      ...filter,
      after: cursor,
      limit: limit + 1,
      today: this.clock.today(),
    });
    const items = found.slice(0, limit) as ReviewerPage['items'];
    return { items, next: found.length > limit ? (items.at(-1)?.code ?? null) : null };
  }

  get(code: string): Promise<ReviewerView> {
    return reviewerByCode(this.dataSource.manager, code);
  }

  register(entry: NewReviewer): Promise<ReviewerView> {
    return this.dataSource.transaction((manager) => register(manager, entry, this.author.name));
  }

  edit(code: string, version: number, { movedOn, ...edit }: ReviewerEdit): Promise<ReviewerView> {
    // A field that was not sent is left out: it never means "empty".
    const given = Object.fromEntries(
      Object.entries(edit).filter(([, value]) => value !== undefined),
    );
    const author = this.author.name;
    return this.dataSource.transaction(async (manager) => {
      const { postcodeDistrict: old } = await reviewerByCode(manager, code);
      const changed = await changeReviewer(manager, code, version, given, author);
      if (movedOn !== undefined && changed.postcodeDistrict !== old) {
        await moveHome(manager, code, old, { movedOn, today: this.clock.today(), author });
      }
      return changed;
    });
  }

  async facts(code: string): Promise<FactsView> {
    const [person] = await storedReviewers(this.dataSource.manager, [code]);
    if (person === undefined) throw new Refusal('NOT_FOUND', `There is no Lead Reviewer ${code}.`);
    return person;
  }

  /** It rises with whatever is recorded of the person; 0: there is nobody of that reference. */
  async revision(code: string): Promise<number> {
    return (await revisionOf(this.dataSource.manager, code)) ?? 0;
  }

  /** @throws Refusal when anything else of the person was recorded since that revision */
  record(code: string, revision: number, fact: NewFact): Promise<Changed> {
    return changeLead(this.dataSource, code, revision, (manager) =>
      recordFact(manager, code, fact, this.author.name),
    );
  }

  /** @throws Refusal when anything else of the person was recorded since that revision */
  retract(code: string, revision: number, fact: Retraction): Promise<Changed> {
    return changeLead(this.dataSource, code, revision, (manager) =>
      retract(manager, code, fact, this.author.name),
    );
  }
}

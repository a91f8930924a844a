import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { z } from 'zod';
import { invalidRequest } from '../../platform/problems/validation.js';
import { PlanId } from '../plans/plan.schema.js';
import { WindowQuery } from './explanation.schema.js';
import { type RankingQuestion, SeatExplanations } from './seat-explanations.service.js';

/** For streams, which can refuse nothing any more once they have begun. */
@Injectable()
export class RankingExistsGuard implements CanActivate {
  constructor(@Inject(SeatExplanations) private readonly explanations: SeatExplanations) {}

  /** @throws Refusal when the address makes no sense, or names what is not there */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params, query } = context.switchToHttp().getRequest<Request>();
    await this.explanations.questioned(
      fitting(PlanId, params.id),
      questionOf(params as Record<string, string>, query),
    );
    return true;
  }
}

function questionOf({ review, lead }: Record<string, string>, query: unknown): RankingQuestion {
  if (review !== undefined) return { kind: 'REVIEW_CANDIDATES', review };
  return { kind: 'WINDOW_CANDIDATES', lead: lead ?? '', slot: fitting(WindowQuery, query) };
}

function fitting<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw invalidRequest(read.error.issues);
  return read.data;
}

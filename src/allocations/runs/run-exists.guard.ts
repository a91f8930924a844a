import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { invalidRequest } from '../../platform/problems/validation.js';
import { RunId } from './run.schema.js';
import { Runs } from './runs.service.js';

/** For streams, which can refuse nothing any more once they have begun. */
@Injectable()
export class RunExistsGuard implements CanActivate {
  constructor(@Inject(Runs) private readonly runs: Runs) {}

  /** @throws Refusal when the address holds no id of a run, or there is no such run */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { params } = context.switchToHttp().getRequest<Request>();
    const id = RunId.safeParse(params.id);
    if (!id.success) throw invalidRequest(id.error.issues);
    await this.runs.get(id.data);
    return true;
  }
}

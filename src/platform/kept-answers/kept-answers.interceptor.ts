import {
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type INestApplicationContext,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { KeptAnswers } from './kept-answers.js';

const isKept = 'qar:keeps-answer';

/**
 * Marks a GET route whose answer depends on nothing but its address, the day, and the database: it is given again while none of
 * these has changed. Not for files that say when they were made, nor for answers that depend on who asks.
 */
export function KeepsAnswer(): CustomDecorator {
  return SetMetadata(isKept, true);
}

/** Stands outside of whatever turns answers into JSON, so that this work is not done again either. */
export class KeptAnswersInterceptor implements NestInterceptor {
  private answers: KeptAnswers | undefined;

  constructor(private readonly application: INestApplicationContext) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reflector = this.application.get(Reflector);
    if (reflector.get<boolean | undefined>(isKept, context.getHandler()) !== true) {
      return next.handle();
    }
    this.answers ??= new KeptAnswers(this.application.get(DataSource, { strict: false }));
    const http = context.switchToHttp();
    const today = this.application.get(Clock, { strict: false }).today();
    const key = `${today} ${http.getRequest<Request>().originalUrl}`;
    return from(
      this.answers
        .get(key, async () => JSON.stringify(await lastValueFrom(next.handle())))
        .then((json) => {
          http.getResponse<Response>().type('application/json');
          return json;
        }),
    );
  }
}

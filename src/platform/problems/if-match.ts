import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { Refusal } from './refusal.js';

/** The entity tag of a row's version; send it as the header `ETag`. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that an `If-Match` header names.
 *
 * @throws Refusal 428 when there is none, 400 when it is not one of our tags
 */
export function versionOf(header: string | undefined): number {
  if (header === undefined) {
    throw new Refusal(
      'IF_MATCH_MISSING',
      'Say which version you change: send the ETag of what you last loaded in the header If-Match.',
      428,
    );
  }
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) {
    throw new Refusal(
      'BAD_IF_MATCH',
      `If-Match must be an ETag of ours, such as "3", not ${header}.`,
      400,
    );
  }
  return Number(version);
}

const ifMatch = {
  name: 'If-Match',
  required: true,
  description: 'The ETag of what you last loaded',
  example: '"3"',
};

/** Hands the version of `If-Match` to a route, and describes the header: `@IfMatch() version: number`. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number =>
    versionOf(context.switchToHttp().getRequest<Request>().headers['if-match']),
  [
    (controller, method) => {
      const route = method && Object.getOwnPropertyDescriptor(controller, method);
      if (route) ApiHeader(ifMatch)(controller, method, route);
    },
  ],
);

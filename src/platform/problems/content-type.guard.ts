import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Request } from 'express';
import { Refusal } from './refusal.js';

/** Where `@ApiConsumes` keeps what a route is documented to take. */
const consumesMetadata = 'swagger/apiConsumes';

/**
 * Refuses content that the route is not documented to take; without `@ApiConsumes` a route with a body takes JSON. Where no
 * content is taken, whoever sends some asked for something else than they would get: it is refused too, save an empty `{}`.
 */
@Injectable()
export class ContentTypeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const accepted = acceptedTypes(context);
    const hasBody =
      request.headers['transfer-encoding'] !== undefined ||
      Number(request.headers['content-length'] ?? 0) > 0;
    if (!hasBody) return true;
    if (accepted === undefined) {
      if (isEmptyJson(request)) return true;
      throw new Refusal(
        'INVALID_REQUEST',
        'Nothing in the body of this request is read. Send what you ask for in its address, such as ?name=value.',
        400,
      );
    }
    if (request.is([...accepted]) !== false) return true;
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Send ${accepted.join(' or ')}; the header Content-Type says ${request.headers['content-type'] ?? 'nothing'}.`,
      415,
    );
  }
}

function isEmptyJson(request: Request): boolean {
  const body = request.body as unknown;
  return request.is('application/json') !== false && JSON.stringify(body) === '{}';
}

/** Undefined when the route takes no body. */
function acceptedTypes(context: ExecutionContext): readonly string[] | undefined {
  const documented = Reflect.getMetadata(consumesMetadata, context.getHandler()) as
    string[] | undefined;
  if (documented !== undefined) return documented;
  const parameters = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) as object | undefined;
  const takesBody = Object.keys(parameters ?? {}).some((key) =>
    key.startsWith(`${RouteParamtypes.BODY}:`),
  );
  return takesBody ? ['application/json'] : undefined;
}

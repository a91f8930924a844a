import { type DescribedOperation } from './operations.js';
import { type DescribedRefusal } from './refuses.js';

/** What follows from the shape of a request, so that no controller has to repeat it. */
export const usual = {
  field: {
    status: 400,
    code: 'INVALID_REQUEST',
    detail: 'The request is not valid: week: must be a date such as 2027-01-11.',
  },
  json: {
    status: 400,
    code: 'MALFORMED_JSON',
    detail: 'The body is not JSON. Check quotes, commas and brackets, and that it is complete.',
  },
  tag: {
    status: 400,
    code: 'BAD_IF_MATCH',
    detail: 'If-Match must be an ETag of ours, such as "3", not three.',
  },
  version: {
    status: 412,
    code: 'CHANGED_SINCE',
    detail: 'This was changed by somebody else. Load it again and repeat your change.',
  },
  size: {
    status: 413,
    code: 'TOO_LARGE',
    detail: 'The request is larger than is accepted. Send it in parts.',
  },
  type: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: 'Send application/json; the header Content-Type says text/html.',
  },
  precondition: {
    status: 428,
    code: 'IF_MATCH_MISSING',
    detail:
      'Say which version you change: send the ETag of what you last loaded in the header If-Match.',
  },
  fault: {
    status: 500,
    code: 'UNEXPECTED',
    detail:
      'Something went wrong that we did not expect. Nothing more was done. Quote the correlation id.',
  },
  outage: {
    status: 503,
    code: 'UNAVAILABLE',
    detail: 'The database does not answer at the moment. Try again in a minute.',
  },
} as const satisfies Record<string, DescribedRefusal>;

/** How any route with such fields, headers and body refuses. */
export function usualRefusals({
  path,
  operation,
  parameters,
}: DescribedOperation): DescribedRefusal[] {
  const takesBody = operation.requestBody !== undefined;
  const sentIn = (place: string): boolean => parameters.some((each) => each.in === place);
  const isConditional = parameters.some((each) => each.name === 'If-Match');
  const refusals: DescribedRefusal[] = [];
  if (sentIn('path') || sentIn('query') || takesBody) refusals.push(usual.field);
  if (takesBody) refusals.push(usual.json);
  if (isConditional) refusals.push(usual.tag, usual.version, usual.precondition);
  if (takesBody) refusals.push(usual.size, usual.type);
  refusals.push(usual.fault);
  if (path.startsWith('/api/')) refusals.push(usual.outage);
  return refusals;
}

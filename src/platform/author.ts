import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { Refusal } from './problems/refusal.js';
import { words } from './text.js';

/** The request header that names who makes a change, percent-encoded as UTF-8: `Ruth%20Ellison`. */
const header = 'qar-author';

const Name = words(200);

const naming = new AsyncLocalStorage<string>();

/**
 * Who is recorded as the author of changes until people have accounts: whom the request names, else the setting
 * `QAR_OPERATOR`. A class, so that Nest can inject it by its type.
 */
export class Author {
  constructor(private readonly operator: string) {}

  /** The name for what is done now. */
  get name(): string {
    return naming.getStore() ?? this.operator;
  }
}

/** Keeps the name that a request gives while the request is answered. @throws Refusal 400 when it is no name */
export function nameAuthor(request: Request, _response: Response, next: NextFunction): void {
  const given = request.get(header);
  if (given === undefined) return next();
  naming.run(readName(given), next);
}

function readName(given: string): string {
  try {
    const name = Name.safeParse(decodeURIComponent(given));
    if (name.success) return name.data;
  } catch (error) {
    if (!(error instanceof URIError)) throw error; // a lone % is no name, which is told below
  }
  throw new Refusal(
    'BAD_AUTHOR',
    'The header Qar-Author must be a name of up to 200 characters, percent-encoded, such as Ruth%20Ellison.',
    400,
  );
}

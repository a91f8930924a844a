/** One fault in a request: where, in two spellings, and what to do. */
export interface FieldFault {
  /** JSON pointer into the request, such as `#/weeks/0/from`. */
  readonly pointer: string;
  /** The same place in words, such as `weeks, item 1, from`. */
  readonly field: string;
  readonly message: string;
}

export type RefusalStatus = 400 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 503;

const usualStatus: Readonly<Record<string, RefusalStatus>> = {
  NOT_FOUND: 404,
  ALREADY_THERE: 409,
  CHANGED_SINCE: 412,
};

/**
 * An expected refusal: the request was understood and cannot be done. Throw it from a use case; over HTTP it becomes a
 * problem, on the command line a sentence.
 */
export class Refusal extends Error {
  readonly status: RefusalStatus;

  /**
   * @param code stable, in capitals; programs may depend on it
   * @param detail a sentence for people: what is wrong and what to do, without personal data
   * @param status of the answer over HTTP. Usually 422; 404 for NOT_FOUND, 409 for ALREADY_THERE, 412 for CHANGED_SINCE
   * @param faults the single fields at fault, if it is about fields
   * @param details what programs need beside the words; its shape goes with the code
   */
  constructor(
    readonly code: string,
    detail: string,
    status?: RefusalStatus,
    readonly faults: readonly FieldFault[] = [],
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(detail);
    this.name = 'Refusal';
    this.status = status ?? usualStatus[code] ?? 422;
  }
}

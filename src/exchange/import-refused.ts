import { Refusal } from '../platform/problems/refusal.js';

/** Stable codes for programs. */
export type RefusalCode =
  'DATA_CHANGED' | 'NOT_A_DRY_RUN' | 'NOT_APPLIED' | 'STILL_IN_USE' | 'RULE_BROKEN' | 'KEY_REUSED';

/** An import, or its undoing, that cannot be carried out as things stand. Nothing was written. */
export class ImportRefused extends Refusal {
  constructor(code: RefusalCode, message: string) {
    super(code, message, 409);
    this.name = 'ImportRefused';
  }
}

import { cleanText } from '../platform/text.js';

/**
 * Text as it stands in a cell. Two forms: what a value is (clean), and what is written so that no
 * spreadsheet program takes it for a formula (inert). Reading undoes writing exactly.
 */

const FORMULA_START = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
const ESCAPED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Puts an apostrophe before what a spreadsheet program would run as a formula. */
export function inertText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link inertText} away again. */
export function withoutApostrophe(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}

/** A heading or a code as it is compared: letters and digits only, lower case. */
export function comparable(text: string): string {
  return cleanText(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

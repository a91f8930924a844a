/**
 * Text as it stands in a cell. Two forms: what a value is (clean), and what is written so that no
 * spreadsheet program takes it for a formula (inert). Reading undoes writing exactly.
 */

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
const CONTROL = /(?![\n\t])\p{Control}|\p{Surrogate}|[\uFFFE\uFFFF]/gu;
const FORMULA_START = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
const ESCAPED = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * Without what nobody sees: spaces at the ends, non-breaking and zero-width spaces, soft hyphens and
 * control characters. Line breaks inside a cell stay, as line feeds; letters are composed (NFC).
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u00A0\u2007\u202F]/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .normalize('NFC')
    .trim();
}

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

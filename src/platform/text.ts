import { z } from 'zod';

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
const CONTROL = /(?![\n\t])\p{Control}|\p{Surrogate}|[\uFFFE\uFFFF]/gu;

/**
 * Without what nobody sees: spaces at the ends, non-breaking and zero-width spaces, soft hyphens and
 * control characters. Line breaks inside stay, as line feeds; letters are composed (NFC).
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

/** Words of people that come from outside, cleaned as a cell of a spreadsheet is: 1 to `longest` characters. */
export function words(longest: number, missing?: string): z.ZodString {
  return z.string().overwrite(cleanText).min(1, missing).max(longest);
}

/** Text as it is looked for by LIKE, where signs that mean something in a pattern are meant as they are. */
export function asInPattern(text: string): string {
  return text.replaceAll(/[\\%_]/gu, '\\$&');
}

import { BadFile } from './bad-file.js';

/** Some thirty times the file of a whole year; more would only exhaust the memory. */
const MOST_BYTES = 100_000_000;

/**
 * The text of a file in UTF-8. One byte order mark at the very start is allowed and left out: some
 * editors write it and it means nothing (it does count in the file's sha256, as every byte does).
 *
 * @throws BadFile naming line and byte where the bytes are not UTF-8, or for more than 100 MB.
 */
export function readUtf8(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) {
    throw new BadFile([
      `the file: found ${bytes.length} bytes, expected at most ${MOST_BYTES}; check that it is the right file.`,
    ]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const valid = validPrefix(bytes);
    if (valid === null) throw error;
    throw new BadFile([describe(bytes, valid)]);
  }
}

/** How many bytes come before the first character that is not UTF-8; null if all is valid. */
function validPrefix(bytes: Uint8Array): number | null {
  if (isValid(bytes, bytes.length, false)) return null;
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    if (middle <= bytes.length && isValid(bytes, middle, true)) valid = middle;
    else invalid = middle;
  }
  // The sequence began up to three bytes before the byte that broke it.
  while (!isValid(bytes, valid, false)) valid--;
  return valid;
}

/** Whether the first `length` bytes are UTF-8; `open` lets the last character be cut short. */
function isValid(bytes: Uint8Array, length: number, open: boolean): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const step = 1 << 24;
  try {
    for (let start = 0; start < length; start += step) {
      decoder.decode(bytes.subarray(start, Math.min(length, start + step)), { stream: true });
    }
    if (!open) decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function describe(bytes: Uint8Array, valid: number): string {
  const first = bytes[0];
  const second = bytes[1];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'line 1, byte 0: the file is in UTF-16, expected UTF-8; save it again as UTF-8.';
  }
  let line = 1;
  for (let index = 0; index < valid; index++) if (bytes[index] === 0x0a) line++;
  const found = bytes[valid] ?? 0;
  const what = isValid(bytes, bytes.length, true)
    ? 'the file ends in the middle of a character'
    : `what begins with byte 0x${found.toString(16).padStart(2, '0').toUpperCase()} is not UTF-8`;
  return `line ${line}, byte ${valid} (counted from 0): ${what}; save the file again as UTF-8, or fetch it again if it was cut off.`;
}

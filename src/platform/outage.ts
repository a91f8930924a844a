import { errorCode } from './error-code.js';

const transientStates = /^(08|53|57P0)/;
const transientCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
const transientWords =
  /Connection terminated|terminating connection|timeout exceeded when trying to connect|connection error/i;

/** Whether the database may answer again by itself: it starts, stops, is full, or cannot be reached. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (transientStates.test(code) || transientCodes.has(code)) return true;
  return (
    typeof error === 'object' &&
    error !== null &&
    transientWords.test(String(Reflect.get(error, 'message')))
  );
}

import { databaseErrorCode } from '../../platform/database.js';

/**
 * PostgreSQL's classes 08 (connection), 53 (resources) and 57P0 (shutting down or starting), the
 * system's own codes for a connection that fails, and what asks for another try (40001, 40P01).
 */
const passing =
  /^(08|53|57P0)|^(40001|40P01|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;

/** The driver gives no code when a connection breaks under a query. */
const broken =
  /Connection terminated|terminating connection|timeout exceeded when trying to connect|connection error/i;

/** Whether the error says only that the database is away for the moment. */
export function isOutage(error: unknown): boolean {
  const code = databaseErrorCode(error);
  if (code !== undefined && passing.test(code)) return true;
  return typeof error === 'object' && error !== null && 'message' in error
    ? broken.test(String(error.message))
    : false;
}

/**
 * A condition: what a row of a fact table says was believed at an instant.
 *
 * @param row the table’s name in the statement
 * @param instant a parameter of the statement, such as `$1`
 */
export function believedAt(row: string, instant: string): string {
  return `${row}.recorded_at <= ${instant} AND (${row}.superseded_at IS NULL OR ${row}.superseded_at > ${instant})`;
}

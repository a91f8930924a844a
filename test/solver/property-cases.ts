/** What `QAR_PROPERTY_CASES` is unless it is set. */
const USUAL = 500;

/**
 * How many cases a property tries: `usual`, and in proportion to it where `QAR_PROPERTY_CASES` asks for more or fewer
 * than 500. Mutation testing asks for fewer.
 */
export function propertyCases(usual: number): number {
  return Math.ceil((usual * Number(process.env['QAR_PROPERTY_CASES'] ?? USUAL)) / USUAL);
}

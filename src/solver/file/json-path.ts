/** Where a value stands in a file: names of fields and positions in lists, from the outside in. */
export type JsonPath = readonly (string | number)[];

const PLAIN_IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const LONGEST_SHOWN = 60;
/** Characters that would move the cursor, change the direction of text or vanish on a terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The path as the format's messages write it: `leads[3].availability["2027-01-11"].MON_WED`. A key
 * that is not a plain identifier stands in brackets and double quotes ("Aims", exit code 2). The
 * whole file is `the file`.
 */
export function writePath(path: JsonPath): string {
  if (path.length === 0) return 'the file';
  let written = '';
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`;
    else if (!PLAIN_IDENTIFIER.test(step) || step.length > 200) written += `[${quote(step, 200)}]`;
    else written += written === '' ? step : `.${step}`;
  }
  return written;
}

/** A string in double quotes, cut to `longest` code points, with nothing a terminal would obey. */
export function quote(text: string, longest = LONGEST_SHOWN): string {
  // Cutting by UTF-16 units first keeps a string of many megabytes from being spread in memory.
  const points = [...text.slice(0, 2 * longest + 2)];
  const shown = points.length > longest ? `${points.slice(0, longest).join('')}…` : text;
  return JSON.stringify(shown).replace(UNPRINTABLE, escapeCharacter);
}

function escapeCharacter(character: string): string {
  let escaped = '';
  for (let unit = 0; unit < character.length; unit++) {
    escaped += `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

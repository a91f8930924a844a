/** Text of a file and the encoding it was read as. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/**
 * Reads bytes as text: by byte order mark, else UTF-16 by its zero bytes, else UTF-8 when the bytes
 * are valid UTF-8, else windows-1252, which is what Excel on Windows saves as "CSV".
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be');
  const zeros = zeroShares(bytes.subarray(0, 4096));
  if (zeros.odd > 0.4 && zeros.even < 0.1) return decoded(bytes, 'utf-16le');
  if (zeros.even > 0.4 && zeros.odd < 0.1) return decoded(bytes, 'utf-16be');
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
    };
  } catch {
    // Not UTF-8 is no failure: windows-1252 gives every byte a meaning.
    return { text: fromWindows1252(bytes), encoding: 'windows-1252' };
  }
}

/** What the bytes 80 to 9F mean in windows-1252. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20's own decoder takes windows-1252 for Latin-1 and loses dashes and quotation marks. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/gu, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

function decoded(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function zeroShares(sample: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const half = Math.max(1, sample.length / 2);
  return { even: zeros.even / half, odd: zeros.odd / half };
}

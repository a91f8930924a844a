import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  encode,
  faultsOf,
  sample,
  sampleWith,
  type Steps,
} from '../../../test/solver/problem-files.js';
import { propertyCases } from '../../../test/solver/property-cases.js';

test('any JSON value anywhere is read or refused with a sentence, never anything else', () => {
  const everyPath = pathsOf(JSON.parse(JSON.stringify(sample())));
  fc.assert(
    fc.property(fc.constantFrom(...everyPath), fc.jsonValue(), (path, value) => {
      const text = path.length === 0 ? JSON.stringify(value) : sampleWith(path, value);
      for (const fault of faultsOf(text)) expect(fault).toMatch(/^\S[^]*: .+/);
    }),
    { seed: 20270111, numRuns: propertyCases(3000) },
  );
});

test('any bytes are read or refused with a sentence, never anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), (noise, at) => {
      const bytes = encode(JSON.stringify(sample()));
      bytes.set(noise, at % (bytes.length - noise.length));
      for (const fault of faultsOf(bytes)) expect(fault).not.toBe('');
    }),
    { seed: 20270112, numRuns: propertyCases(1000) },
  );
});

function pathsOf(value: unknown): Steps[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    [],
    ...entries.flatMap(([step, held]: [string | number, unknown]) =>
      pathsOf(held).map((rest) => [step, ...rest]),
    ),
  ];
}

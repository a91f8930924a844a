import { expect, test } from '@jest/globals';
import { mailLink } from './mail-link';

test('a mail begins with subject and text, whatever they hold, and without an address', () => {
  expect(mailLink('QA & you', 'Dear Siân,\nyes?')).toBe(
    'mailto:?subject=QA%20%26%20you&body=Dear%20Si%C3%A2n%2C%0D%0Ayes%3F',
  );
});

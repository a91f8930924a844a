import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { describeNews, progressDisplay } from './solve-progress.js';
import { type TextStream } from './surroundings.js';

const news = { aim: 'shadowing', value: 3, bound: 5, phase: 'improved' } as const;

function stream(isTTY: boolean): { stream: TextStream; written: () => string } {
  let text = '';
  const through = new PassThrough();
  through.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { stream: Object.assign(through, { isTTY, columns: 200 }), written: () => text };
}

test('a pipe gets one whole line for each piece of news', () => {
  const { stream: pipe, written } = stream(false);
  let clock = 1000;
  const display = progressDisplay(pipe, () => clock);
  clock += 1250;
  display.show(news);
  display.show({ ...news, value: 5, phase: 'settled' });
  display.end();
  expect(written()).toBe(
    'aim 3 of 7, shadowing: value 3, bound 5, gap 2, elapsed 1.3 s\n' +
      'aim 3 of 7, shadowing: value 5, bound 5, gap 0, proven, elapsed 1.3 s\n',
  );
});

test('a terminal gets a bar that is drawn over itself, and its cursor back', () => {
  const { stream: terminal, written } = stream(true);
  const display = progressDisplay(terminal, () => 0);
  display.show({ ...news, value: 5, phase: 'settled' });
  display.end();
  expect(written()).toContain('[=========------------] aim 3 of 7, shadowing: value 5');
  expect(written()).not.toContain('\naim');
  expect(written().lastIndexOf('\u001b[?25h')).toBeGreaterThan(written().indexOf('\u001b[?25l'));
});

test('says what is not known', () => {
  expect(describeNews({ ...news, value: null })).toBe('shadowing: no plan yet, bound 5');
  expect(describeNews({ ...news, bound: null })).toBe('shadowing: value 3');
  expect(describeNews({ ...news, phase: 'settled' })).toContain('not proven');
});

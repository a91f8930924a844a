import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aims } from '../aims/aims.js';
import { planRules } from './plan-rules.js';
import { seatRules } from './seat-rules.js';

const solver = join(import.meta.dirname, '..');
const frames = ['seat-rule', 'seat-rules', 'plan-rule', 'plan-rules', 'aim', 'aims', 'points'];

function filesOf(folder: string): string[] {
  return readdirSync(join(solver, folder))
    .filter((file) => !file.endsWith('.spec.ts'))
    .map((file) => file.replace('.ts', ''))
    .filter((file) => !frames.includes(file));
}

function specOf(folder: string, file: string): string {
  return readFileSync(join(solver, folder, `${file}.spec.ts`), 'utf8');
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

describe('every rule and every aim', () => {
  it('has a file of its own that stands in the list', () => {
    const rules = [...seatRules, ...planRules].map((rule) => kebab(rule.name));
    expect(filesOf('rules').sort()).toEqual(rules.sort());
    expect(filesOf('aims').sort()).toEqual(aims.map((aim) => aim.name).sort());
  });

  it.each([
    ...filesOf('rules').map((f) => ['rules', f]),
    ...filesOf('aims').map((f) => ['aims', f]),
  ])('%s/%s has tests of its own that name it and try both sides', (folder, file) => {
    const spec = specOf(folder, file);
    const name = file.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase());
    expect(spec).toContain(`describe('${name}'`);
    expect(spec.match(/\bit(\.each|\()/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('has a sentence for people, all different', () => {
    const titles = [...seatRules, ...planRules, ...aims].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('about a seat says what is so of one person and of many whom it keeps out', () => {
    for (const { keepsOut } of seatRules) {
      expect(keepsOut.one).toMatch(/^(is|has|does|lives|knows|may) /);
      expect(keepsOut.many).toMatch(/^(are|have|do|live|know|may) /);
    }
  });
});

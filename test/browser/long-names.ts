/** Every page with names as long as they come: of schools, trusts and people, wherever an answer of the API says one. */
import type { Page } from 'playwright-core';

interface Names {
  readonly schools: readonly string[];
  readonly people: readonly string[];
}

interface NamedRows {
  readonly items: readonly { readonly name: string; readonly trust?: string | null }[];
}

/** Without and with places where a line may end; both are longer than 120 characters with the name before them. */
const ofSchools = [
  ` ${'Llanfairpwllgwyngyllgogerychwyrndrobwll'.repeat(3)}`,
  ` and Saint Bartholomew-the-Great with Saint Aldhelm in the Meadow Voluntary Aided Church of England Junior, Infant and Nursery School`,
];
const ofPeople = [
  ` ${'Featherstonehaugh-Cholmondeley'.repeat(2)}`,
  ' von Oberwiesenbach-Unterhimmelreich de la Zouche and Marjoribanks',
];

/** Every name that is in use. */
export async function namesInUse(
  ask: <Body>(address: string) => Promise<Body>,
  term: string,
): Promise<Names> {
  const schools = await ask<NamedRows>('/registers/schools');
  const leads = await ask<NamedRows>(`/terms/${term}/registers/lead-reviewers`);
  const trusts = schools.items.flatMap(({ trust }) => (trust ? [trust] : []));
  return {
    schools: [...new Set([...schools.items.map(({ name }) => name), ...trusts])],
    people: leads.items.map(({ name }) => name),
  };
}

/** From here on, what the API answers has long names in place of those in use. */
export async function lengthenNames(page: Page, { schools, people }: Names): Promise<void> {
  const longer = new Map<string, string>();
  for (const [index, name] of schools.entries()) {
    longer.set(name, name + (ofSchools[index % 2] ?? ''));
  }
  for (const [index, name] of people.entries()) {
    longer.set(name, name + (ofPeople[index % 2] ?? ''));
  }
  const escaped = [...longer.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  const all = new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`, 'gu');
  await page.route(
    ({ pathname }) => pathname.startsWith('/api/') && !pathname.endsWith('/events'),
    async (route) => {
      const response = await route.fetch().catch(() => undefined);
      // A page that is left no longer waits for its answers.
      const text = await response?.text().catch(() => undefined);
      if (response === undefined || text === undefined) return;
      await route.fulfill({
        response,
        body: text.replace(all, (name) => longer.get(name) ?? name),
      });
    },
  );
}

/** What is cut off at its edge with nothing that would say the whole: neither a title nor a way to scroll there. */
export async function cutWords(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('body *')].filter((e) => {
    const style = getComputedStyle(e);
    if (e.closest('[aria-hidden=true], .sr, svg, [title]') || e.querySelector('[title]')) return false;
    if (!e.innerText?.trim() || style.clipPath !== 'none') return false;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName)) return false;
    const sideways = /hidden|clip/.test(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
    const down = /hidden|clip/.test(style.overflowY) && e.scrollHeight > e.clientHeight + 3;
    return e.clientWidth > 1 && (sideways || down);
  }).map((e) => e.tagName + '.' + e.className + ': ' + e.innerText.slice(0, 80))`);
}

/**
 * Takes pictures of a page of a running service, to be looked at, and says what axe and the browser's console find.
 *
 *     node dist/test/browser/look.js http://localhost:3000 /terms/spring-2027 --width 390 --dark --out out/home
 *
 * `--click "name"` presses a button or link first; `--keys "Tab Enter"` presses keys; both can be repeated, in order.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { axeFindings } from './accessibility.js';
import { openWindow, startChromium } from './chromium.js';

const { values, positionals, tokens } = parseArgs({
  allowPositionals: true,
  tokens: true,
  options: {
    width: { type: 'string', multiple: true },
    height: { type: 'string', default: '900' },
    dark: { type: 'boolean', default: false },
    out: { type: 'string', default: 'out/look' },
    click: { type: 'string', multiple: true },
    keys: { type: 'string', multiple: true },
    viewport: { type: 'boolean', default: false },
    wait: { type: 'string', default: '500' },
  },
});
const [baseUrl = 'http://localhost:3000', address = '/'] = positionals;
const browser = await startChromium();
try {
  for (const width of values.width ?? ['1440', '1024', '390']) {
    const settings = {
      baseUrl,
      width: Number(width),
      height: Number(values.height),
      dark: values.dark,
    };
    const { page, faults } = await openWindow(browser, settings);
    await page.goto(address, { waitUntil: 'networkidle' });
    for (const token of tokens) {
      if (token.kind !== 'option' || token.value === undefined) continue;
      if (token.name === 'click') {
        const named = page.getByRole('button', { name: token.value });
        await named
          .or(page.getByRole('link', { name: token.value }))
          .first()
          .click();
      }
      if (token.name === 'keys') {
        for (const key of token.value.split(' ')) await page.keyboard.press(key);
      }
    }
    await page.waitForTimeout(Number(values.wait));
    const file = `${path.resolve(values.out)}-${width}${values.dark ? '-dark' : ''}.png`;
    await mkdir(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file, fullPage: !values.viewport });
    const sideways = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    const findings = await axeFindings(page);
    console.log([file, `${String(sideways)} px too wide`, ...findings, ...faults].join('\n  '));
    await page.context().close();
  }
} finally {
  await browser.close();
}

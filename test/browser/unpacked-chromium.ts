/** The Chromium of a package, unpacked once a machine, with the system's libraries that a bare machine lacks. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Variables that Chromium, and nobody else, is started with. */
  readonly environment: Readonly<Record<string, string>>;
}

const root = path.resolve(import.meta.dirname, '../..');
/** The package unpacks below TMPDIR, and its libraries only where it takes the machine for one that has none. */
const asOnABareMachine = { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
const unpack = "import('@sparticuz/chromium').then(({ default: it }) => it.executablePath())";

export async function unpackedChromium(): Promise<UnpackedChromium> {
  const folder = path.join(tmpdir(), `qar-chromium-${await packageVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** Beside, then renamed: what was broken off half-way is never used, and of two who unpack at once one wins. */
async function unpackInto(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}.new-`);
  const environment = { ...process.env, NODE_OPTIONS: '', TMPDIR: draft, ...asOnABareMachine };
  await promisify(execFile)(process.execPath, ['-e', unpack], { cwd: root, env: environment });
  await writeFile(path.join(draft, 'fonts.conf'), fontsAt(folder));
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The system's fonts, and one that comes with the package. */
function fontsAt(folder: string): string {
  const places = ['/usr/share/fonts', path.join(folder, 'fonts', 'fonts')];
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...places.map((place) => `<dir>${place}</dir>`),
    `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  ].join('\n');
}

async function packageVersion(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const file = path.join(main.slice(0, main.lastIndexOf('build')), 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}

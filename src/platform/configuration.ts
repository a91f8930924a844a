/**
 * The one reader of environment variables. Everything else receives a `Configuration`.
 * A variable that is set but empty counts as not set.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** Milliseconds between `least` and an hour. */
const milliseconds = (least: number, usual: number) =>
  z.coerce
    .number<string>(`a whole number of milliseconds from ${least} to 3600000`)
    .int(`a whole number of milliseconds from ${least} to 3600000`)
    .min(least, `a whole number of milliseconds from ${least} to 3600000`)
    .max(3_600_000, `a whole number of milliseconds from ${least} to 3600000`)
    .default(usual);

const wholeNumber = (least: number, most: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return z.coerce.number<string>(expected).int(expected).min(least, expected).max(most, expected);
};

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `an address such as ${example}`,
  });

const Variables = z.object({
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'postgresql://user:password@host:5432/qar',
  ).optional(),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  PORT: wholeNumber(1, 65_535).optional(),
  QAR_HOST: z.string().default('127.0.0.1'),
  QAR_PUBLISHED_ON_LOOPBACK: z.enum(['yes', 'no'], 'yes or no').default('no'),
  QAR_DATA_DIR: z.string().optional(),
  QAR_OPERATOR: z.string().max(200, 'a name of up to 200 characters').default('Operations'),
  QAR_TODAY: z
    .string()
    .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid, {
      error: 'a date such as 2026-12-21',
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  QAR_REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'up to 40 letters, digits, underscores or hyphens')
    .default('qar'),
  QAR_QUEUE_LOCK_MS: milliseconds(1_000, 30_000),
  QAR_QUEUE_STALLED_INTERVAL_MS: milliseconds(500, 5_000),
  QAR_QUEUE_MAX_STALLED_COUNT: wholeNumber(1, 100).default(3),
  QAR_QUEUE_RETRY_DELAY_MS: milliseconds(100, 1_000),
  QAR_OUTBOX_POLL_MS: milliseconds(100, 2_000),
  QAR_SWEEP_MS: milliseconds(500, 15_000),
  QAR_SOLVER_WORK_LIMIT: wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
});

/** What the program is told from outside, checked once. A class, so that Nest can inject it by its type. */
export abstract class Configuration {
  abstract readonly database: {
    /** Server to use; undefined for the built-in one, which the launcher starts and passes on as DATABASE_URL. */
    readonly url: string | undefined;
  };
  abstract readonly queue: {
    /** Queue on this Redis; undefined for the queue on PostgreSQL. */
    readonly redisUrl: string | undefined;
    /** Start of every key on Redis, so that installations can share one. */
    readonly redisPrefix: string;
    /** How long a worker's claim on a job lasts without renewal, milliseconds. A killed worker's job waits this long. */
    readonly lockMs: number;
    /** How often workers look for lost claims, milliseconds. */
    readonly stalledIntervalMs: number;
    /** How many times a job may lose its worker before the queue gives it up. */
    readonly maxStalledCount: number;
    /** Pause before a worker tries a lost connection again, milliseconds. */
    readonly retryDelayMs: number;
    /** How often the outbox is read even without a wake-up, milliseconds. */
    readonly outboxPollMs: number;
    /** How often runs that the queue has lost are looked for, milliseconds. */
    readonly sweepMs: number;
  };
  abstract readonly web: {
    readonly host: string;
    readonly port: number;
    /** Whether PORT was given: then another port is never taken in its place. */
    readonly portIsFixed: boolean;
  };
  abstract readonly data: {
    readonly folder: string;
    /** Whether QAR_DATA_DIR was given: then data are never put elsewhere. */
    readonly isChosen: boolean;
  };
  /** Who is recorded as the author of changes until people have accounts. */
  abstract readonly operator: string;
  /** Civil date 'YYYY-MM-DD' that stands for today; undefined for the real one. */
  abstract readonly today: string | undefined;
  abstract readonly logLevel: z.infer<typeof Variables>['LOG_LEVEL'];
  abstract readonly solver: {
    /** Deterministic units of work after which a solve returns its best plan; undefined for no limit. */
    readonly workLimit: number | undefined;
  };
}

/** One or more environment variables are wrong. Its message has one line for each. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration is not usable:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigurationError';
  }
}

/** Values that may carry a password are described, never repeated. */
const secretVariables = new Set(['DATABASE_URL', 'REDIS_URL']);

/**
 * Reads the configuration.
 *
 * @param environment the process's own unless a test gives another
 * @throws ConfigurationError naming every bad variable, its value and what is expected
 */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const value = secretVariables.has(name) ? '' : ` "${String(given[name])}"`;
        return `${name}${value}: expected ${issue.message}.`;
      }),
    );
  }
  refuseOpenHost(parsed.data);
  return arrange(parsed.data);
}

/** Until there are accounts, whoever reaches the port may change everything: only this machine may reach it. */
function refuseOpenHost(variables: z.infer<typeof Variables>): void {
  const isLoopback = /^(127(\.\d{1,3}){3}|localhost|::1)$/.test(variables.QAR_HOST);
  if (isLoopback || variables.QAR_PUBLISHED_ON_LOOPBACK === 'yes') return;
  throw new ConfigurationError([
    `QAR_HOST "${variables.QAR_HOST}": expected 127.0.0.1, localhost or ::1, because nobody has to sign in yet. ` +
      'In a container whose port is published on 127.0.0.1 only, set QAR_PUBLISHED_ON_LOOPBACK=yes.',
  ]);
}

function arrange(variables: z.infer<typeof Variables>): Configuration {
  return {
    database: { url: variables.DATABASE_URL },
    queue: {
      redisUrl: variables.REDIS_URL,
      redisPrefix: variables.QAR_REDIS_PREFIX,
      lockMs: variables.QAR_QUEUE_LOCK_MS,
      stalledIntervalMs: variables.QAR_QUEUE_STALLED_INTERVAL_MS,
      maxStalledCount: variables.QAR_QUEUE_MAX_STALLED_COUNT,
      retryDelayMs: variables.QAR_QUEUE_RETRY_DELAY_MS,
      outboxPollMs: variables.QAR_OUTBOX_POLL_MS,
      sweepMs: variables.QAR_SWEEP_MS,
    },
    web: {
      host: variables.QAR_HOST,
      port: variables.PORT ?? 3000,
      portIsFixed: variables.PORT !== undefined,
    },
    data: {
      folder: path.resolve(variables.QAR_DATA_DIR ?? usualDataFolder()),
      isChosen: variables.QAR_DATA_DIR !== undefined,
    },
    operator: variables.QAR_OPERATOR,
    today: variables.QAR_TODAY,
    logLevel: variables.LOG_LEVEL,
    solver: { workLimit: variables.QAR_SOLVER_WORK_LIMIT },
  };
}

/** `data` in the checkout; where that cannot be written, the user's own data folder, then one that survives a restart. */
function usualDataFolder(): string {
  const checkout = checkoutFolder();
  const inCheckout = path.join(checkout, 'data');
  if (existsSync(path.join(inCheckout, 'postgres'))) return inCheckout; // never leave existing data behind
  const inHome = path.join(homedir(), '.local', 'share', 'qar');
  const shared = process.platform === 'win32' ? tmpdir() : '/var/tmp';
  const ours = path.join(shared, `qar-${process.getuid?.() ?? 'user'}`);
  return [inCheckout, inHome, ours].find(canHold) ?? inCheckout;
}

/** Whether the folder is, or could be made, writable by us; makes nothing. */
function canHold(folder: string): boolean {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false; // the question is only whether it can be used; the next place is tried
  }
}

/** The folder that holds package.json, from the sources as well as from dist. */
export function checkoutFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}.`);
    folder = parent;
  }
  return folder;
}

/** The environment to start a child process with: ours, with `changes` on top. */
export function childEnvironment(changes: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}

import { type DataSource } from 'typeorm';
import { say, type Surroundings } from './surroundings.js';

/** The product's database as a command may use it, and who is recorded as the author. */
export interface ProductDatabase {
  dataSource: DataSource;
  operator: string;
}

/**
 * Opens the product's database, migrated and with its reference data: the server of DATABASE_URL, or
 * the built-in one, which is started for as long as `work` runs. Sentences about that go to stderr.
 */
export async function withProductDatabase<T>(
  { stderr, interrupted }: Surroundings,
  work: (database: ProductDatabase) => Promise<T>,
): Promise<T> {
  const { readConfiguration } = await import('../platform/configuration.js');
  const { launch } = await import('../platform/launch/launch.js');
  const { openDatabase } = await import('../platform/database.js');
  const { loadReferenceData } = await import('../schools/reference-data.js');
  const configuration = readConfiguration();
  const launched = await launch({
    configuration,
    log: (sentence) => void say(stderr, `${sentence}\n`),
    parts: [],
    signal: interrupted,
  });
  try {
    const dataSource = await openDatabase({
      url: launched.databaseUrl,
      poolSize: 3,
      applicationName: 'qar-command',
    });
    try {
      await loadReferenceData(dataSource);
      return await work({ dataSource, operator: configuration.operator });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await launched.stop();
  }
}

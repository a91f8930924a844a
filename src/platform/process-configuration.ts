import { type Configuration, ConfigurationError, readConfiguration } from './configuration.js';

/**
 * The configuration of a process that does not start a database itself. Ends the process with 78, the usual code for a
 * bad configuration, and the reasons on standard error.
 */
export function readProcessConfiguration(): { configuration: Configuration; databaseUrl: string } {
  const configuration = configurationOrEnd();
  if (configuration.database.url === undefined) {
    endWith(
      'DATABASE_URL is not set. Start with `npm start`, which brings a database, or set it to yours.',
    );
  }
  return { configuration, databaseUrl: configuration.database.url };
}

/** The configuration, or the end of the process as in {@link readProcessConfiguration}. */
export function configurationOrEnd(): Configuration {
  try {
    return readConfiguration();
  } catch (error) {
    if (error instanceof ConfigurationError) endWith(error.message);
    throw error;
  }
}

function endWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(78);
}

import { type Configuration, readConfiguration } from '../../src/platform/configuration.js';

/** The usual configuration with a queue quick enough for tests; `environment` has the last word. */
export function testConfiguration(environment: Record<string, string> = {}): Configuration {
  return readConfiguration({
    QAR_QUEUE_LOCK_MS: '2000',
    QAR_QUEUE_STALLED_INTERVAL_MS: '500',
    QAR_QUEUE_RETRY_DELAY_MS: '100',
    QAR_OUTBOX_POLL_MS: '200',
    LOG_LEVEL: 'silent',
    QAR_TODAY: '2026-12-21',
    ...environment,
  });
}

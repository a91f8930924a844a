import { type Configuration } from '../../platform/configuration.js';
import { type WorkSettings } from './run-work.js';

/** People watch the progress of a run at this pace; a sign of life costs one small write. */
const USUAL_HEARTBEAT_MS = 1000;

/**
 * A run's worker counts as dead after the same silence as a job's, and beats at least five times
 * within it. With the default settings a run whose worker was killed is on its way again within
 * the lock and one sweep: less than a minute.
 */
export function workSettings({ queue }: Pick<Configuration, 'queue'>): WorkSettings {
  return {
    heartbeatMs: Math.min(USUAL_HEARTBEAT_MS, Math.floor(queue.lockMs / 5)),
    staleMs: queue.lockMs,
  };
}

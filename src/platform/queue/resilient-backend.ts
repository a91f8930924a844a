/**
 * BullMQ's PostgreSQL backend, made to survive an outage of the database. As shipped (6.7.0) it remembers a failed first
 * connection for ever, and retries without a pause on every error but ECONNREFUSED. Private parts are touched here and
 * nowhere else; `bullmq` is pinned exactly, and the start refuses a version in which they are gone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  PostgresConnection,
  PostgresQueueBackend,
  type BackendFactory,
  type IQueueBackend,
} from 'bullmq';
import { errorCode } from '../error-code.js';
import { isTransient } from '../outage.js';

class ResilientConnection extends PostgresConnection {
  override async waitUntilReady(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await super.waitUntilReady();
      } catch (error) {
        Reflect.set(this, 'readyPromise', undefined); // as shipped, the failure would be remembered
        if (this.isClosing !== undefined || !isTransient(error)) throw error;
        if (attempt === 0 && this.listenerCount('error') > 0) this.emit('error', error);
        await sleep(Math.min(250 * 2 ** attempt, 3_000));
      }
    }
  }
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>;

class ResilientBackend extends PostgresQueueBackend {
  override forQueue(queueName: string): IQueueBackend {
    return pauseOnOutage(new ResilientBackend(this.connection, queueName, this.opts, false));
  }
}

/** BullMQ pauses before its next try on ECONNREFUSED only, so every outage is told as that. */
function pauseOnOutage(backend: ResilientBackend): ResilientBackend {
  const query: unknown = Reflect.get(backend, 'query');
  if (typeof query !== 'function') {
    throw new Error(
      'This version of bullmq has another PostgreSQL backend: install the pinned one.',
    );
  }
  const pausing: Query = async (text, values) => {
    try {
      return await (query as Query).call(backend, text, values);
    } catch (error) {
      if (!isTransient(error) || errorCode(error) === 'ECONNREFUSED') throw error;
      throw Object.assign(
        new Error(String(Reflect.get(Object(error), 'message')), { cause: error }),
        {
          code: 'ECONNREFUSED',
        },
      );
    }
  };
  Reflect.set(backend, 'query', pausing);
  return backend;
}

/** In place of BullMQ's `createPostgresBackend`; names its connections the same way. */
export const createResilientPostgresBackend: BackendFactory = (name, options, usage = {}) => {
  const connection = new ResilientConnection(
    options.connection as ConstructorParameters<typeof PostgresConnection>[0],
  );
  const workerName: unknown = Reflect.get(options, 'name');
  const suffix = typeof workerName === 'string' ? `:w:${workerName}` : '';
  const listener =
    usage.withBlockingConnection === true
      ? name + suffix
      : usage.blocking === true
        ? `${name}:qe`
        : undefined;
  return pauseOnOutage(
    new ResilientBackend(
      connection,
      name,
      options as ConstructorParameters<typeof PostgresQueueBackend>[2],
      true,
      listener,
    ),
  );
};

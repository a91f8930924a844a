import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Author } from './author.js';
import { Clock } from './clock.js';
import { Configuration } from './configuration.js';
import { connect, databaseOptions } from './database.js';
import { fixedToday } from './fixed-today.js';
import { HealthModule } from './health/health.module.js';
import { type Logger, RateCappedErrors } from './logging.js';
import { QueueModule } from './queue/queue.module.js';
import { SideThreads } from './threads/side-threads.js';

export interface PlatformSettings {
  readonly configuration: Configuration;
  /** The database that answers; the built-in one's address is known only once it runs. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** Whether this process does the jobs. */
  readonly works: boolean;
  /** Most connections of this process to the database, the queue's own apart. Default 10. */
  readonly poolSize?: number;
}

/** What every feature stands on, each injectable by its class: Author, Configuration, Clock, DataSource, RateCappedErrors, SideThreads. */
@Global()
@Module({})
export class PlatformModule {
  static for(settings: PlatformSettings): DynamicModule {
    const { configuration, databaseUrl, logger, works, poolSize = 10 } = settings;
    const options = databaseOptions({
      url: databaseUrl,
      poolSize,
      applicationName: works ? 'qar-worker' : 'qar-web',
    });
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...options, autoLoadEntities: true, retryAttempts: 0 }),
          dataSourceFactory: (withEntities = options) => connect(withEntities),
        }),
        QueueModule.forRoot(configuration, databaseUrl, works),
        HealthModule,
      ],
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Author, useValue: new Author(configuration.operator) },
        {
          provide: Clock,
          inject: [DataSource],
          useFactory: async (database: DataSource) =>
            new Clock((await fixedToday(configuration, database))?.day),
        },
        { provide: RateCappedErrors, useValue: new RateCappedErrors(logger) },
        SideThreads,
      ],
      exports: [Author, Configuration, Clock, RateCappedErrors, SideThreads],
    };
  }
}

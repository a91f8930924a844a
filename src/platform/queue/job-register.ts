import {
  Inject,
  Injectable,
  SetMetadata,
  type CustomDecorator,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { type JobHandler, type JobKind } from './job.js';

const handledKind = 'qar:job-kind';

/** Marks a provider as the handler of this kind of job. */
export function HandlesJob(kind: JobKind): CustomDecorator {
  return SetMetadata(handledKind, kind);
}

/** A kind of job that some module sends; made by `QueueModule.forJobs`. */
export class DeclaredJob {
  constructor(readonly kind: JobKind) {}
}

/** Which kinds of job there are and who does them; checked once when the application starts. */
@Injectable()
export class JobRegister implements OnModuleInit {
  #handlers = new Map<JobKind, JobHandler<unknown>>();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  /** @throws Error naming every kind of job without a handler, with two, or not declared */
  onModuleInit(): void {
    const instances = [
      ...new Set(this.discovery.getProviders().map((provider): unknown => provider.instance)),
    ];
    const declared = instances.filter((instance) => instance instanceof DeclaredJob);
    const handlers = instances.flatMap((instance) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const kind = this.reflector.get<JobKind | undefined>(handledKind, instance.constructor);
      return kind === undefined ? [] : [{ kind, handler: instance as JobHandler<unknown> }];
    });
    this.#handlers = pairUp(
      declared.map(({ kind }) => kind),
      handlers,
    );
  }

  kinds(): readonly JobKind[] {
    return [...this.#handlers.keys()];
  }

  handlers(): ReadonlyMap<JobKind, JobHandler<unknown>> {
    return this.#handlers;
  }
}

/** Gives every declared kind its one handler. @throws Error listing all that is wrong, and how to mend it */
export function pairUp(
  declared: readonly JobKind[],
  handlers: readonly { readonly kind: JobKind; readonly handler: JobHandler<unknown> }[],
): Map<JobKind, JobHandler<unknown>> {
  const faults = declared.flatMap((kind, index) => {
    if (declared.findIndex(({ name }) => name === kind.name) !== index) {
      return [`"${kind.name}" is declared twice: keep one QueueModule.forJobs.`];
    }
    const names = handlers
      .filter((candidate) => candidate.kind.name === kind.name)
      .map(({ handler }) => handler.constructor.name);
    if (names.length === 1) return [];
    return names.length === 0
      ? [`"${kind.name}" has no handler: add a provider with @HandlesJob.`]
      : [`"${kind.name}" has more than one handler (${names.join(', ')}): keep one.`];
  });
  const undeclared = handlers
    .filter(({ kind }) => !declared.some(({ name }) => name === kind.name))
    .map(
      ({ kind, handler }) =>
        `"${kind.name}" is handled by ${handler.constructor.name} but not declared: add it to QueueModule.forJobs.`,
    );
  if (faults.length + undeclared.length > 0) {
    throw new Error(`The jobs do not fit together:\n  ${[...faults, ...undeclared].join('\n  ')}`);
  }
  return new Map(handlers.map(({ kind, handler }) => [kind, handler]));
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** What every failed request is answered with (RFC 9457). */
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'correlationId'],
  properties: {
    type: { type: 'string', description: 'Names the kind of problem' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What went wrong and what to do, in plain words' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable; for programs' },
    correlationId: { type: 'string', description: 'Quote it when you ask for help' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  example: {
    type: 'urn:qar:problem:not-found',
    title: 'Not Found',
    status: 404,
    detail: 'There is no plan 0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21.',
    instance: '/api/v1/plans/0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21',
    code: 'NOT_FOUND',
    correlationId: '145875cc-36ea-4d2a-9eaf-9e49af5c51d5',
  },
};

/** The API's description, made from the code. */
export function describeApi(application: NestExpressApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('QA Review allocation')
    .setDescription(
      'Schools, Lead Reviewers, availability, reviews due, and the allocation of a term: proven optimal, checked, explained. Nobody has to sign in yet, so the server answers this machine only.',
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(application, about);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of methods) {
      const operation = path[method];
      if (operation) operation.responses.default ??= problemResponse;
    }
  }
  return document;
}

const problemResponse = {
  description: 'What went wrong, in words (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** Serves the description at /api/openapi.json and its pages at /api/docs; call it before `init`. */
export function serveApiPages(application: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', application, () => describeApi(application), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'QA Review allocation: the API',
  });
}

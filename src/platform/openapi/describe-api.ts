import { type INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { addExamples } from './examples.js';
import { addProblems } from './problem-responses.js';
import { openApiSchema } from './schemas.js';

/**
 * The API's description (OpenAPI 3.0), made from the code: the routes with their schemas, every answer that each can give
 * with the one shape of a problem, and an example of whatever is sent and answered.
 */
export function describeApi(application: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('QA Review allocation')
    .setDescription(
      'Schools, Lead Reviewers, availability, reviews due, and the allocation of a term: proven optimal, checked, explained. Nobody has to sign in yet, so the server answers this machine only.',
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(application, about, {
    operationIdFactory,
    standardSchemaConverter: openApiSchema,
  });
  addProblems(document);
  addExamples(document);
  return document;
}

/** Generated clients name their functions after it: `schoolsList`, `runsCancel`. */
function operationIdFactory(controller: string, method: string): string {
  const feature = controller.replace(/Controller$/u, '');
  return `${feature.charAt(0).toLowerCase()}${feature.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

/** Serves the description at /api/openapi.json and its pages at /api/docs; call it before `init`. */
export function serveApiPages(application: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', application, () => describeApi(application), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'QA Review allocation: the API',
    customCss: '.swagger-ui .topbar { display: none }',
    // An operation has an address of its own, to be sent to a colleague.
    swaggerOptions: { deepLinking: true },
  });
}

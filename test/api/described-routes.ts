import type { OpenAPIObject, ParameterObject } from '@nestjs/swagger';

/** What is sent or answered as one media type, with its examples by name. */
export interface Content {
  readonly schema: object | undefined;
  readonly examples: Readonly<Record<string, unknown>>;
}

/** A route as the description has it, references followed. */
export interface Route {
  /** Such as `get /api/v1/schools/{urn}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly ParameterObject[];
  /** By media type; empty where no body is taken. */
  readonly body: Readonly<Record<string, Content>>;
  /** By status, then by media type. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, Content>>>>;
}

type Node = Record<string, unknown>;

/** Every route of the document, in its order. */
export function describedRoutes(document: OpenAPIObject): Route[] {
  const follow = (node: unknown): Node => {
    const { $ref } = node as { $ref?: string };
    if ($ref === undefined) return node as Node;
    const steps = $ref.slice('#/'.length).split('/');
    return follow(steps.reduce((at: unknown, step) => (at as Node)[step], document));
  };
  const contentOf = (holder: unknown): Record<string, Content> => {
    const content = follow(holder ?? {}).content as Record<string, Node> | undefined;
    const entries = Object.entries(content ?? {}).map(([type, media]): [string, Content] => {
      const several = Object.entries((media.examples ?? {}) as Record<string, unknown>);
      const one: [string, unknown][] =
        media.example === undefined ? [] : [['the example', media.example]];
      const others = several.map(([name, each]): [string, unknown] => [name, follow(each).value]);
      const examples: Record<string, unknown> = Object.fromEntries([...one, ...others]);
      return [type, { schema: media.schema as object | undefined, examples }];
    });
    return Object.fromEntries(entries);
  };
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Node>).map(([method, operation]): Route => {
      const responses = Object.entries(operation.responses as Node);
      return {
        name: `${method} ${path}`,
        method,
        path,
        operationId: String(operation.operationId),
        summary: (operation.summary ?? '') as string,
        tags: (operation.tags ?? []) as string[],
        parameters: (operation.parameters ?? []) as ParameterObject[],
        body: contentOf(operation.requestBody),
        answers: Object.fromEntries(
          responses.map(([status, response]) => [status, contentOf(response)]),
        ),
      };
    }),
  );
}

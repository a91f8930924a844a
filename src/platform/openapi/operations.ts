import {
  type OpenAPIObject,
  type OperationObject,
  type ParameterObject,
  type ReferenceObject,
} from '@nestjs/swagger';

/** A route of the description, to look at or to complete. */
export interface DescribedOperation {
  readonly method: (typeof METHODS)[number];
  /** With its parameters in braces. */
  readonly path: string;
  readonly operation: OperationObject;
  readonly parameters: readonly ParameterObject[];
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Every route, in the order of the document. */
export function operationsOf(document: OpenAPIObject): DescribedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const parameters = (operation.parameters ?? []).filter(
        (each): each is ParameterObject => !isReference(each),
      );
      return [{ method, path, operation, parameters }];
    }),
  );
}

export function isReference<T extends object>(
  value: T | ReferenceObject,
): value is ReferenceObject {
  return '$ref' in value;
}

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { authorName } from './author';
import { answerOf, api } from './client';
import { ProblemError, type Problem } from './problem-error';
import type { components, paths } from './schema';

export type Import = components['schemas']['Import'];
export type ImportFile = components['schemas']['ImportFile'];
export type ImportSheet = components['schemas']['ImportSheet'];
export type SheetChoice = components['schemas']['ImportSheetChoice'];
export type ImportChange = components['schemas']['ImportChange'];
export type RecordKind = components['schemas']['RecordKind'];
export type ChangeFilter = NonNullable<
  paths['/api/v1/imports/{id}/changes']['get']['parameters']['query']
>;
export type RowFilter = Pick<ChangeFilter, 'kind' | 'text' | 'from'>;
export type KindName = RecordKind['kind'];

/** So many rows are on a page: what one reads, not what one scrolls past. */
export const ROWS_ON_PAGE = 50;

/** Every kind of record with its columns; it changes only with the product. */
export const recordKindsQuery = queryOptions({
  queryKey: ['record-kinds'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/record-kinds', { signal })),
  staleTime: Infinity,
});

/** Imports, the newest first, from the one after a given one on. */
export const importsQuery = (cursor?: string) =>
  queryOptions({
    queryKey: ['imports', 'list', cursor],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/imports', {
          params: { query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
  });

/** A file that was sent; looked at again while something goes on with it. */
export const importFileQuery = (id: string, isAtWork = false) =>
  queryOptions({
    queryKey: ['import-files', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/import-files/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      isAtWork || (data !== undefined && data.progress !== null) ? 500 : false,
  });

/** What a sheet seems to hold, or how it would be understood as another kind. */
export const importSheetQuery = (id: string, number: number, kind?: KindName) =>
  queryOptions({
    queryKey: ['import-files', id, 'sheets', number, kind],
    // Never broken off: comparing waits for the sheets while the page no longer shows them.
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/import-files/{id}/sheets/{number}', {
          params: { path: { id, number }, query: kind === undefined ? {} : { kind } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const importChangesQuery = (id: string, filter: ChangeFilter) =>
  queryOptions({
    queryKey: ['imports', id, 'changes', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/imports/{id}/changes', {
          params: { path: { id }, query: { ...filter, limit: ROWS_ON_PAGE } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const importUnchangedQuery = (id: string, filter: RowFilter) =>
  queryOptions({
    queryKey: ['imports', id, 'unchanged', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/imports/{id}/unchanged', {
          params: { path: { id }, query: { ...filter, limit: ROWS_ON_PAGE } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

export const importRefusedQuery = (id: string, filter: RowFilter) =>
  queryOptions({
    queryKey: ['imports', id, 'refused', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/imports/{id}/refused', {
          params: { path: { id }, query: { ...filter, limit: ROWS_ON_PAGE } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

/** What others saved since an import was compared; looked at again while the page is open. */
export const savedSinceQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', id, 'saved-since'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/imports/{id}/saved-since', { params: { path: { id } }, signal })),
    refetchInterval: 10_000,
  });

export const importAddress = {
  template: '/api/v1/exports/template.xlsx',
  refused: (id: string) => `/api/v1/imports/${encodeURIComponent(id)}/refused.xlsx`,
};

/** Compares a file as chosen. @throws ProblemError where a sheet as a whole cannot be read */
export function compareFile({
  file,
  sheets,
}: {
  file: string;
  sheets: SheetChoice[];
}): Promise<Import> {
  return answerOf(
    api.POST('/api/v1/import-files/{id}/comparisons', {
      params: { path: { id: file } },
      body: { sheets },
    }),
  );
}

export function applyImport(id: string): Promise<Import> {
  return answerOf(api.POST('/api/v1/imports/{id}/apply', { params: { path: { id } } }));
}

export function undoImport(id: string): Promise<Import> {
  return answerOf(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }));
}

/**
 * Sends a file; unlike `fetch` this tells how much has been sent, which takes minutes on a slow line.
 *
 * @param onSent called with the part that has been sent, from 0 to 1
 * @throws ProblemError when the server refuses it
 */
export function sendFile(file: File, onSent: (part: number) => void): Promise<ImportFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/import-files?fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    const name = authorName();
    if (name !== undefined) request.setRequestHeader('Qar-Author', encodeURIComponent(name));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(new Error('not reached'));
    request.onload = () => {
      if (request.status === 201) resolve(request.response as ImportFile);
      else if (request.response === null) reject(new Error('not understood'));
      else reject(new ProblemError(request.response as Problem));
    };
    request.send(file);
  });
}

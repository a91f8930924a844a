import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, fileOf, type NamedFile } from './client';
import type { components, operations } from './schema';

export type Payroll = components['schemas']['Payroll'];
export type PayrollBatch = components['schemas']['PayrollBatch'];
export type PayrollBatchView = components['schemas']['PayrollBatchView'];
export type PayrollLine = components['schemas']['PayrollLine'];
export type PayrollSearch = NonNullable<operations['payrollView']['parameters']['query']>;

const base = '/api/v1/reports/fees/payroll' as const;

/** What would be handed over next, and every batch there was. */
export const payrollQuery = (query: PayrollSearch) =>
  queryOptions({
    queryKey: ['reports', 'fees', 'payroll', query],
    queryFn: ({ signal }) => answerOf(api.GET(base, { params: { query }, signal })),
  });

/** A batch with its lines. */
export const payrollBatchQuery = (batch: string) =>
  queryOptions({
    queryKey: ['reports', 'fees', 'payroll', 'batch', batch],
    queryFn: ({ signal }) =>
      answerOf(api.GET(`${base}/batches/{batch}`, { params: { path: { batch } }, signal })),
  });

/** Makes the batch that was looked at. @throws ProblemError when it would be another one by now */
export const makeBatch = (
  body: components['schemas']['NewPayrollBatch'],
): Promise<PayrollBatchView> => answerOf(api.POST(`${base}/batches`, { body }));

export const markSent = (batch: string): Promise<PayrollBatch> =>
  answerOf(api.POST(`${base}/batches/{batch}/sending`, { params: { path: { batch } } }));

export const takeBack = (batch: string, reason: string): Promise<PayrollBatch> =>
  answerOf(
    api.POST(`${base}/batches/{batch}/taking-back`, {
      params: { path: { batch } },
      body: { reason },
    }),
  );

/** The very file that was made with the batch. */
export const batchFile = (batch: string, form: 'csv' | 'xlsx'): Promise<NamedFile> =>
  fileOf(
    api.GET(`${base}/batches/{batch}/files/{form}`, {
      params: { path: { batch, form } },
      parseAs: 'blob',
    }),
    `payroll.${form}`,
  );

/** What is due, to look at before a batch is made of it. */
export const dueFile = (form: 'csv' | 'xlsx', query: PayrollSearch): Promise<NamedFile> =>
  fileOf(
    api.GET(`${base}/files/{form}`, { params: { path: { form }, query }, parseAs: 'blob' }),
    `payroll-due.${form}`,
  );

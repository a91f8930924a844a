import { z } from 'zod';
import { civilDate as date } from '../platform/dates.js';
import { words } from '../platform/text.js';

export const AcademicYearId = z
  .string()
  .regex(/^\d{4}\/\d{2}$/, 'must be an academic year such as 2026/27')
  .meta({ example: '2026/27' });

export const ContractInput = z
  .strictObject({ academicYear: AcademicYearId, from: date, to: date })
  .meta({
    id: 'Contract',
    example: { academicYear: '2026/27', from: '2026-09-01', to: '2027-08-31' },
  });
export type ContractInput = z.output<typeof ContractInput>;

export const ContractEnd = z
  .strictObject({ from: date, to: date })
  .refine(({ from, to }) => from <= to, { error: 'must not be before the first day', path: ['to'] })
  .meta({ id: 'ContractEnd', example: { from: '2027-04-01', to: '2027-08-31' } });
export type ContractEnd = z.output<typeof ContractEnd>;

export const ExceptionInput = z
  .strictObject({
    academicYear: AcademicYearId,
    exception: z
      .strictObject({
        minimum: z.int().min(0).max(1000),
        reason: words(2000),
        decidedOn: date,
      })
      .nullable()
      .describe('null takes the exception back'),
  })
  .meta({
    id: 'CommitmentException',
    example: {
      academicYear: '2026/27',
      exception: { minimum: 4, reason: 'Phased return', decidedOn: '2026-09-14' },
    },
  });
export type ExceptionInput = z.output<typeof ExceptionInput>;

export const CommitmentsView = z
  .object({
    contracts: z.array(
      z.object({ academicYear: z.string(), from: z.string(), to: z.string().nullable() }),
    ),
    exceptions: z.array(
      z.object({
        academicYear: z.string(),
        minimum: z.int(),
        reason: z.string(),
        decidedOn: z.string(),
      }),
    ),
  })
  .meta({
    id: 'Commitments',
    example: {
      contracts: [{ academicYear: '2026/27', from: '2026-09-01', to: '2027-08-31' }],
      exceptions: [
        { academicYear: '2026/27', minimum: 4, reason: 'Phased return', decidedOn: '2026-09-14' },
      ],
    },
  });
export type CommitmentsView = z.output<typeof CommitmentsView>;

import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PlanId } from '../../allocations/plans/plan.schema.js';
import { PlanExplanations } from '../../allocations/plans/plan-explanations.service.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { planCsv, planWorkbook } from '../plan-workbook.js';
import { attachment, binary, CSV, XLSX } from './attachment.js';

const exampleCsv =
  'Review,School,URN,Region,Phase,Week beginning,Days,Lead,Quality assurer,Shadow,Miles (one way),Priority\r\n' +
  'QAR-2026-0042,Frank Barnes School for Deaf Children,100091,London,SPECIAL,2027-01-11,Monday 11 to Wednesday 13 January 2027,Ada Example,,,14.2,1\r\n';

@ApiTags('Plans')
@Refuses(404, { NOT_FOUND: 'There is no plan 0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21.' })
@Refuses(409, {
  PLAN_IS_INFEASIBLE:
    'No plan keeps all pins, so there is nothing to show. Drop one of the pins in its conflict and run again.',
})
@Controller('plans')
export class PlanExportsController {
  constructor(private readonly plans: PlanExplanations) {}

  @Get(':id/export.xlsx')
  @ApiOperation({
    summary: 'A plan as a workbook',
    description:
      'Sheets Allocation, Not covered, Leads and Aims, with the names of schools and people as they were frozen with the problem; the same workbook as the command line writes.',
  })
  @ApiOkResponse({ description: 'An XLSX workbook', content: { [XLSX]: binary } })
  async workbook(@Param('id', { schema: PlanId }) id: string): Promise<StreamableFile> {
    const { tables, name } = await this.plans.tables(id);
    return attachment(await planWorkbook(tables), XLSX, `${name}.xlsx`);
  }

  @Get(':id/export.csv')
  @ApiOperation({
    summary: 'The allocation of a plan as CSV',
    description:
      'The rows of the workbook’s sheet Allocation. CSV is UTF-8 with a byte order mark. Cells that a program could run as a formula begin with an apostrophe.',
  })
  @ApiOkResponse({
    description: 'The file',
    content: { 'text/csv': { schema: { type: 'string' }, example: exampleCsv } },
  })
  async csv(@Param('id', { schema: PlanId }) id: string): Promise<StreamableFile> {
    const { tables, name } = await this.plans.tables(id);
    return attachment(planCsv(tables), CSV, `${name}.csv`);
  }
}

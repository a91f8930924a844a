import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PlanId } from '../../allocations/plans/plan.schema.js';
import { PlanExplanations } from '../../allocations/plans/plan-explanations.service.js';
import { Refuses } from '../../platform/openapi/refuses.js';
import { SideThreads, sideWork } from '../../platform/threads/side-threads.js';
import { toldPlanCsv, toldPlanWorkbook } from '../plan-workbook/told-plan-files.js';
import { attachment, binary, CSV, XLSX } from './attachment.js';

const exampleCsv =
  'Week beginning,First day,Last day,School,Town,Region,Phase,Needs,Lead,Miles (one way),Night away,' +
  'Quality assurer,Shadow,Days suit the school,Days suit the lead,Priority,Review,URN\r\n' +
  '2027-01-11,2027-01-11,2027-01-13,Frank Barnes School for Deaf Children,London,London,Special,HI,Ada Example,14.2,No,' +
  ',,Preferred,Available,1,QAR-2026-0042,100091\r\n';

const FILES = '../plan-workbook/told-plan-files.js';
const workbookAside = sideWork(import.meta.url, FILES, toldPlanWorkbook);
const csvAside = sideWork(import.meta.url, FILES, toldPlanCsv);

@ApiTags('Plans')
@Refuses(404, { NOT_FOUND: 'There is no plan 0198f0a2-7b3d-7c11-8a02-5d0f7f0a3e21.' })
@Refuses(409, {
  PLAN_IS_INFEASIBLE:
    'No plan keeps all pins, so there is nothing to show. Drop one of the pins in its conflict and run again.',
})
@Controller('plans')
export class PlanExportsController {
  constructor(
    private readonly plans: PlanExplanations,
    private readonly threads: SideThreads,
  ) {}

  @Get(':id/export.xlsx')
  @ApiOperation({
    summary: 'A plan as a workbook',
    description:
      'Sheets Summary, By week, By lead, Without a lead (and why) and To follow up, with the names of schools and people as they were frozen with the problem; the same workbook as the command line writes. The first answer for a plan can take some seconds.',
  })
  @ApiOkResponse({ description: 'An XLSX workbook', content: { [XLSX]: binary } })
  async workbook(@Param('id', { schema: PlanId }) id: string): Promise<StreamableFile> {
    const { told, name } = await this.plans.told(id);
    return attachment(await this.threads.run(workbookAside, told), XLSX, `${name}.xlsx`);
  }

  @Get(':id/export.csv')
  @ApiOperation({
    summary: 'The allocation of a plan as CSV',
    description:
      'The rows of the workbook’s sheet By week. CSV is UTF-8 with a byte order mark. Cells that a program could run as a formula begin with an apostrophe.',
  })
  @ApiOkResponse({
    description: 'The file',
    content: { 'text/csv': { schema: { type: 'string' }, example: exampleCsv } },
  })
  async csv(@Param('id', { schema: PlanId }) id: string): Promise<StreamableFile> {
    const { told, name } = await this.plans.told(id);
    return attachment(await this.threads.run(csvAside, told), CSV, `${name}.csv`);
  }
}

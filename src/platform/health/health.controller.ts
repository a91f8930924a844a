import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { type z } from 'zod';
import { HealthService } from './health.service.js';
import { Liveness, Readiness } from './health.schema.js';

const notReady: Readiness = {
  status: 'not ready',
  parts: [
    { name: 'database', isReady: false, detail: 'connect ECONNREFUSED' },
    { name: 'migrations', isReady: false, detail: 'The database does not answer.' },
    { name: 'queue', isReady: true },
  ],
};

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthService) private readonly health: HealthService) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the process answers at all; restart it if it does not' })
  @ApiOkResponse({ standardSchema: Liveness })
  live(): z.infer<typeof Liveness> {
    return { status: 'live' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether requests can be served now; says which part is not ready' })
  @ApiOkResponse({ standardSchema: Readiness })
  @ApiServiceUnavailableResponse({ standardSchema: Readiness, example: notReady })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    response.status(readiness.status === 'ready' ? 200 : 503);
    return readiness;
  }
}

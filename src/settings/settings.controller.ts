import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Refuses } from '../platform/openapi/refuses.js';
import { entityTag, IfMatch } from '../platform/problems/if-match.js';
import { DescribedSettings, SettingHistory } from './described-settings.schema.js';
import {
  SettingChange,
  SettingKeyParam,
  SettingRestore,
  SettingsQuery,
  SettingsView,
} from './setting.schema.js';
import type { SettingKey } from './settings.js';
import { SettingsService } from './settings.service.js';

const DatesOutOfOrder = Refuses(422, {
  DATES_OUT_OF_ORDER: '2027-01-04 lies before 2027-02-01. Correct “from” or “to”.',
});

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @ApiOperation({
    summary: 'The programme’s rules that can be set, as they hold on a day',
    description: 'Each group has a default; `changed` names those that operations changed.',
  })
  @ApiOkResponse({ standardSchema: SettingsView })
  @SerializeOptions({ schema: SettingsView })
  view(@Query({ schema: SettingsQuery }) { on }: SettingsQuery): Promise<SettingsView> {
    return this.settings.view(on);
  }

  @Get('described')
  @ApiOperation({
    summary: 'The same in words: each rule, what it changes in a plan, and the range of each field',
    description:
      'With who set what holds, what is to hold later, and every number of every policy preset.',
  })
  @ApiOkResponse({ standardSchema: DescribedSettings })
  @SerializeOptions({ schema: DescribedSettings })
  described(@Query({ schema: SettingsQuery }) { on }: SettingsQuery): Promise<DescribedSettings> {
    return this.settings.described(on);
  }

  @Get(':key/history')
  @ApiOperation({
    summary: 'Every value a group was ever given, the newest first, with its version as ETag',
  })
  @ApiOkResponse({ standardSchema: SettingHistory })
  @SerializeOptions({ schema: SettingHistory })
  async history(
    @Param('key', { schema: SettingKeyParam }) key: SettingKey,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingHistory> {
    return this.tagged(key, response, await this.settings.history(key));
  }

  @Put(':key')
  @ApiOperation({
    summary: 'Change a group of settings from a day on',
    description:
      'Earlier days keep what held then. Answers with the settings of the first day. If-Match is the ETag of the group’s history.',
  })
  @ApiOkResponse({ standardSchema: SettingsView })
  @DatesOutOfOrder
  @SerializeOptions({ schema: SettingsView })
  async change(
    @Param('key', { schema: SettingKeyParam }) key: SettingKey,
    @IfMatch() version: number,
    @Body({ schema: SettingChange }) change: SettingChange,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsView> {
    return this.tagged(key, response, await this.settings.change(key, version, change));
  }

  @Post(':key/restore')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let the default of a group hold again from a day on' })
  @ApiOkResponse({ standardSchema: SettingsView })
  @DatesOutOfOrder
  @SerializeOptions({ schema: SettingsView })
  async restore(
    @Param('key', { schema: SettingKeyParam }) key: SettingKey,
    @IfMatch() version: number,
    @Body({ schema: SettingRestore }) change: SettingRestore,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsView> {
    return this.tagged(key, response, await this.settings.restore(key, version, change));
  }

  private async tagged<View>(key: SettingKey, response: Response, view: View): Promise<View> {
    response.setHeader('ETag', entityTag(await this.settings.version(key)));
    return view;
  }
}

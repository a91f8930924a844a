import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Period } from '../audit/facts.js';
import { Author } from '../platform/author.js';
import { Clock } from '../platform/clock.js';
import { Refusal } from '../platform/problems/refusal.js';
import { invalidRequest } from '../platform/problems/validation.js';
import { describedSettings } from './described-settings.js';
import type { DescribedSettings, SettingHistory } from './described-settings.schema.js';
import { refuseIfSettingChanged, settingVersion } from './setting-version.js';
import { settingHistory } from './setting-history.js';
import type { SettingChange, SettingRestore, SettingsView } from './setting.schema.js';
import {
  changeSetting,
  DEFAULT_SETTINGS,
  lastDayBeforeLater,
  restoreDefault,
  settingKeys,
  settingsOn,
  type SettingKey,
} from './settings.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** The settings of a day; today’s when none is given. */
  async view(on: string = this.clock.today()): Promise<SettingsView> {
    const settings = await settingsOn(this.dataSource.manager, on);
    const changed = settingKeys.filter(
      (key) => !isDeepStrictEqual(settings[key], DEFAULT_SETTINGS[key]),
    );
    return { on, changed, settings };
  }

  /** The same in words. */
  described(on: string = this.clock.today()): Promise<DescribedSettings> {
    return describedSettings(this.dataSource.manager, on);
  }

  async history(key: SettingKey): Promise<SettingHistory> {
    return { items: await settingHistory(this.dataSource.manager, key) };
  }

  /** How often the group was changed. */
  version(key: SettingKey): Promise<number> {
    return settingVersion(this.dataSource.manager, key);
  }

  /** @throws Refusal when the value does not fit, field by field, or the group was changed since that version */
  async change(key: SettingKey, version: number, change: SettingChange): Promise<SettingsView> {
    try {
      await this.dataSource.transaction(async (manager) => {
        await refuseIfSettingChanged(manager, key, version);
        const valid = await this.period(manager, key, change);
        await changeSetting(manager, key, { ...change, valid }, this.author.name);
      });
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      throw invalidRequest(
        error.issues.map((issue) => ({ ...issue, path: ['value', ...issue.path] })),
      );
    }
    return this.view(change.from);
  }

  async restore(key: SettingKey, version: number, change: SettingRestore): Promise<SettingsView> {
    await this.dataSource.transaction(async (manager) => {
      await refuseIfSettingChanged(manager, key, version);
      const valid = await this.period(manager, key, change);
      await restoreDefault(manager, key, { ...change, valid }, this.author.name);
    });
    return this.view(change.from);
  }

  /** What is set for later stays: a change that names no last day ends before it. */
  private async period(
    manager: EntityManager,
    key: SettingKey,
    { from = this.clock.today(), to }: SettingRestore,
  ): Promise<Period> {
    if (to === undefined) {
      return { from, to: await lastDayBeforeLater(manager, key, from, this.clock.today()) };
    }
    if (from <= to) return { from, to };
    throw new Refusal('DATES_OUT_OF_ORDER', `${to} lies before ${from}. Correct “from” or “to”.`);
  }
}

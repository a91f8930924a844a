import { Injectable } from '@nestjs/common';
import { Forecasts } from '../../allocations/forecast/forecasts.service.js';
import { Author } from '../../platform/author.js';
import { Clock } from '../../platform/clock.js';
import { Refusal } from '../../platform/problems/refusal.js';
import { type RegisterView } from '../../registers/files/register-file.js';
import { ReportMoments } from '../moment.js';
import { forecastFile } from './forecast-file.js';
import { forecastView } from './forecast-view.js';
import { type ForecastFile, type ForecastQuery, type ForecastView } from './forecast.schema.js';

/** Who can still reach the minimum, as computed last before the moment looked at. */
@Injectable()
export class ForecastReports {
  constructor(
    private readonly moments: ReportMoments,
    private readonly forecasts: Forecasts,
    private readonly clock: Clock,
    private readonly author: Author,
  ) {}

  /** @throws Refusal when there is no year */
  async report({ year, ...moment }: ForecastQuery): Promise<ForecastView> {
    return this.moments.ofStudies(moment, async (at) =>
      forecastView(await this.forecasts.of(year, at)),
    );
  }

  /**
   * @returns whether something new is computed, and how far it is
   * @throws Refusal as `Forecasts.compute`
   */
  async compute(year: string | undefined): Promise<{ hasBegun: boolean; view: ForecastView }> {
    const hasBegun = await this.forecasts.compute(year);
    return { hasBegun, view: await this.report({ year }) };
  }

  /** @throws Refusal as `report`, and where nothing had been computed */
  async file(request: ForecastFile): Promise<{ file: RegisterView; name: string }> {
    const view = await this.report(request);
    if (view.forecast === null) {
      throw new Refusal(
        'NO_FORECAST',
        view.isNow
          ? `There is no forecast of ${view.year} yet. Compute one first.`
          : `There was no forecast of ${view.year} then.`,
        404,
      );
    }
    const made = { author: this.author.name, madeAt: this.clock.now() };
    return {
      file: forecastFile(view, request, made),
      name: `forecast-${view.forecast.asAt}`,
    };
  }
}
